namespace CloudNetPortal.Store.Catalogue;

/// <summary>One row that counts every change of the catalogue, so that what was computed from it can be kept until it changes.</summary>
public sealed class CatalogueState
{
    public int Id { get; private set; }

    public long Version { get; private set; }
}
