namespace CloudNetPortal.Domain.Zones.Kinds;

/// <summary>A kind of zone: what createZone is told and what the zone must carry. One file each, found by this base class.</summary>
public abstract class ZoneKind
{
    /// <summary>Key stored in designs.</summary>
    public abstract string Key { get; }
    /// <summary>Name for people.</summary>
    public abstract string Title { get; }
    /// <summary>Networktype of createZone: Basic or Advanced.</summary>
    public abstract string NetworkType { get; }
    /// <summary>Securitygroupenabled of createZone.</summary>
    public virtual bool SecurityGroups => false;
    /// <summary>Isedge of createZone.</summary>
    public virtual bool IsEdge => false;
    /// <summary>Traffic types without which the zone does not work.</summary>
    public abstract IReadOnlyList<string> RequiredTraffic { get; }
    /// <summary>Hypervisors it may hold, or null for any.</summary>
    public virtual IReadOnlyList<string>? OnlyHypervisors => null;
    /// <summary>Providers to enable on each physical network with Guest traffic.</summary>
    public abstract IReadOnlyList<string> Providers { get; }
    /// <summary>What it means for cables and labels, in two or three sentences.</summary>
    public abstract string Explanation { get; }

    /// <summary>All kinds, in the order they are offered.</summary>
    public static IReadOnlyList<ZoneKind> All { get; } = [.. Discovery.Of<ZoneKind>().OrderBy(k => k.Order)];

    /// <summary>The kind of that key (without regard to case), or null.</summary>
    public static ZoneKind? Find(string? key) => All.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Place in lists.</summary>
    protected abstract int Order { get; }
}
