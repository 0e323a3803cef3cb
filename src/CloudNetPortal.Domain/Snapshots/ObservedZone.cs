using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Snapshots;

/// <summary>A zone of the cloud in the words of a design.</summary>
/// <param name="Design">The design that would make what is there. Where it was compared with an expected design, equal values keep that design's ids and spelling.</param>
/// <param name="Ids">Ids on the cloud by step key of a plan, such as <c>network/3f2a…</c>.</param>
/// <param name="Unknowns">What CloudStack does not tell, or a design has no place for.</param>
/// <param name="States">What differs from how a zone is handed over and has no field in a design, such as a disabled pod.</param>
public sealed record ObservedZone(ZoneDesign Design, IReadOnlyDictionary<string, string> Ids, IReadOnlyList<Unknown> Unknowns, IReadOnlyList<ObservedState> States);

/// <summary>Something an import could not know.</summary>
/// <param name="Path">Place in the design; empty for the zone itself.</param>
/// <param name="Title">What people call the object.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Text">What is not known, and what follows, in one sentence.</param>
public sealed record Unknown(string Path, string Title, UnknownKind Kind, string Text);

/// <summary>Why something is unknown.</summary>
public enum UnknownKind
{
    /// <summary>A password or key: CloudStack keeps it and never tells.</summary>
    Secret,
    /// <summary>CloudStack knows it and no list shows it.</summary>
    NotListed,
    /// <summary>A design has no place for it: it stays on the cloud as it is, and the portal does not look after it.</summary>
    NoPlace,
    /// <summary>The keys may not use the command that lists it.</summary>
    NotAllowed,
}

/// <summary>A state of an object on the cloud that no design describes.</summary>
/// <param name="Path">Place of its object in the design.</param>
/// <param name="Field">Field of the cloud's object.</param>
/// <param name="Expected">How a zone is handed over.</param>
/// <param name="Observed">What is listed; null when absent.</param>
/// <param name="CloudId">Id of the object on the cloud.</param>
public sealed record ObservedState(string Path, string Field, string Expected, string? Observed, string? CloudId);
