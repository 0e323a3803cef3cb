namespace CloudNetPortal.Store.Auditing;

/// <summary>In whose name a context writes, and in the course of which act.</summary>
/// <param name="Id">Person; all zeros for the portal itself.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Act">Use case, such as Approve.</param>
public sealed record Actor(Guid Id, string Name, string Act)
{
    /// <summary>The portal itself.</summary>
    public static Actor Portal(string act) => new(Guid.Empty, "CloudNetPortal", act);

    /// <summary>Ties together what one act did.</summary>
    public Guid RequestId { get; } = Guid.CreateVersion7();
}
