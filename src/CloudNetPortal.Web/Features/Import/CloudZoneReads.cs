using System.Collections.Concurrent;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Zones that were read from clouds and wait to be taken over, each for half an hour. Reading again costs seconds and changes nothing, so they are kept in memory only.</summary>
internal sealed class CloudZoneReads(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, CloudZoneRead Read)> _reads = new();

    /// <summary>Keeps a reading; its id.</summary>
    public Guid Keep(CloudZoneRead read)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in _reads.Where(r => r.Value.At < now - Kept).ToArray()) _reads.TryRemove(old, out _);
        var id = Guid.CreateVersion7();
        _reads[id] = (now, read);
        return id;
    }

    /// <summary>A reading, or null when it is too old.</summary>
    public CloudZoneRead? Find(Guid id) => _reads.TryGetValue(id, out var kept) ? kept.Read : null;

    /// <summary>It was taken over.</summary>
    public void Drop(Guid id) => _reads.TryRemove(id, out _);
}

/// <summary>A zone of a cloud as it would become a design.</summary>
/// <param name="CloudId">The cloud.</param>
/// <param name="Zone">The design, ids and what is not known.</param>
/// <param name="Links">Which devices its hosts may be.</param>
/// <param name="Findings">What the rules say of it with these links.</param>
/// <param name="ReadAt">When.</param>
/// <param name="Notes">What could not be read.</param>
/// <param name="Calls">Calls it took.</param>
internal sealed record CloudZoneRead(Guid CloudId, ObservedZone Zone, IReadOnlyList<HostLink> Links, IReadOnlyList<Finding> Findings, DateTimeOffset ReadAt, IReadOnlyList<string> Notes, int Calls);
