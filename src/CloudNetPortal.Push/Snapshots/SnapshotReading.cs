using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Push.Snapshots;

/// <summary>A zone as it was read, with what could not be read.</summary>
/// <param name="Snapshot">The rows of all lists.</param>
/// <param name="Notes">One sentence for each list that is missing, with the reason.</param>
/// <param name="Calls">How many API calls it took.</param>
public sealed record SnapshotReading(ZoneSnapshot Snapshot, IReadOnlyList<string> Notes, int Calls);

/// <summary>A zone could not be read at all; the message says why and what to do.</summary>
public sealed class SnapshotException(string message, Exception? inner = null) : Exception(message, inner);
