namespace CloudNetPortal.Domain.Zones;

/// <summary>Anything in a design that can be named by a path: it keeps its id for life.</summary>
public abstract class DesignObject
{
    /// <summary>Id inside the document: letters, digits, hyphens and dots; unique in the document; never changed, never reused.</summary>
    public string Id { get; set; } = DesignId.New();
}
