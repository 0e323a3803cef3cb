namespace CloudNetPortal.Store.Access;

/// <summary>A key of ASP.NET Core's data protection, as XML: cookies and stored secrets outlive a restart and work on every instance.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
