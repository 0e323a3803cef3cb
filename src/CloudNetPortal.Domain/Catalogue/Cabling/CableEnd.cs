namespace CloudNetPortal.Domain.Catalogue.Cabling;

/// <summary>One plug of a cable in one port.</summary>
public sealed class CableEnd
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The cable.</summary>
    public Guid CableId { get; set; }

    /// <summary>The port: a physical interface, front or rear port.</summary>
    public Guid InterfaceId { get; set; }

    /// <summary>Side A or B.</summary>
    public char Side { get; set; } = 'A';
}
