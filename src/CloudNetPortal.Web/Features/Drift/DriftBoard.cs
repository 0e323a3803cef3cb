using System.Collections.Concurrent;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>What is being read just now in this portal, for open pages.</summary>
internal sealed class DriftBoard(LiveUpdates updates)
{
    private readonly ConcurrentDictionary<Guid, string> _doing = new();

    /// <summary>What is being done with a zone; null for nothing.</summary>
    public string? Doing(Guid zone) => _doing.GetValueOrDefault(zone);

    /// <summary>Claims a zone. False when somebody reads it already.</summary>
    public bool Begin(Guid zone, string doing)
    {
        if (!_doing.TryAdd(zone, doing)) return false;
        Tell(zone);
        return true;
    }

    /// <summary>Says how far it is.</summary>
    public void Say(Guid zone, string doing)
    {
        if (!_doing.ContainsKey(zone)) return;
        _doing[zone] = doing;
        Tell(zone);
    }

    /// <summary>Gives the zone free.</summary>
    public void End(Guid zone)
    {
        _doing.TryRemove(zone, out _);
        Tell(zone);
    }

    private void Tell(Guid zone) => updates.Tell(Topic.Drift, Topic.Zone(zone));
}
