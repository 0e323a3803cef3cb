namespace CloudNetPortal.Domain.Zones.TrafficTypes;

/// <summary>A traffic type of CloudStack. One file each, found by this base class.</summary>
public abstract class TrafficKind
{
    /// <summary>Key and CloudStack's own word: Guest, Management, Public, Storage.</summary>
    public abstract string Key { get; }
    /// <summary>Letter on chips and drawings.</summary>
    public abstract char Letter { get; }
    /// <summary>True when only one physical network of a zone may carry it (CS-304).</summary>
    public virtual bool OnlyOncePerZone => true;
    /// <summary>True when the check at host connect looks at its label (CheckNetworkCommand).</summary>
    public virtual bool CheckedWhenHostConnects => true;
    /// <summary>What runs over it and what its label decides.</summary>
    public abstract string Explanation { get; }
    /// <summary>Place in lists.</summary>
    protected abstract int Order { get; }

    /// <summary>All traffic types: Management, Public, Guest, Storage.</summary>
    public static IReadOnlyList<TrafficKind> All { get; } = [.. Discovery.Of<TrafficKind>().OrderBy(k => k.Order)];

    /// <summary>The traffic type of that key (without regard to case), or null.</summary>
    public static TrafficKind? Find(string? key) => All.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.OrdinalIgnoreCase));
}
