namespace CloudNetPortal.Domain.Rules.Waivers;

/// <summary>What somebody asks for.</summary>
/// <param name="Scope">How far it is to reach.</param>
/// <param name="ObjectName">The object, for that scope: “host kvm-17”.</param>
/// <param name="AndFuture">Also for other values at the same places.</param>
/// <param name="Reason">Why the finding may stand.</param>
/// <param name="Ticket">Number of a ticket; empty for none.</param>
/// <param name="Until">The end.</param>
public sealed record WaiverWish(WaiverScope Scope, string ObjectName, bool AndFuture, string Reason, string Ticket, DateTimeOffset Until)
{
    /// <summary>Fingerprints of the chosen findings, for that scope.</summary>
    public IReadOnlyList<string> Fingerprints { get; init; } = [];
}
