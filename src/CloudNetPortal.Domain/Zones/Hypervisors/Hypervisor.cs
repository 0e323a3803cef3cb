namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>A hypervisor as CloudStack knows it. One file each, found by this base class.</summary>
public abstract class Hypervisor
{
    /// <summary>Key and CloudStack's spelling: KVM, XenServer, VMware, Hyperv, Ovm3, Simulator, BareMetal, LXC, Ovm.</summary>
    public abstract string Key { get; }
    /// <summary>Name for people.</summary>
    public virtual string Title => Key;
    /// <summary>Parameter of addTrafficType that carries its label, or null when it takes none.</summary>
    public abstract string? LabelParameter { get; }
    /// <summary>What a label names there: bridge, name-label, vSwitch …</summary>
    public abstract string LabelNames { get; }
    /// <summary>Clustertype of addCluster.</summary>
    public virtual string ClusterType => "CloudManaged";
    /// <summary>True when hosts are added one by one with addHost (VMware brings its own).</summary>
    public virtual bool HostsAreAdded => true;
    /// <summary>Whether it takes pools for a whole zone (CloudStack 4.23); null when nobody knows.</summary>
    public virtual bool? ZoneWidePools => null;
    /// <summary>Other spellings seen in files.</summary>
    public virtual IReadOnlyList<string> OtherSpellings => [];
    /// <summary>Place in lists.</summary>
    protected abstract int Order { get; }

    /// <summary>All hypervisors, the common ones first.</summary>
    public static IReadOnlyList<Hypervisor> All { get; } = [.. Discovery.Of<Hypervisor>().OrderBy(k => k.Order)];

    /// <summary>The hypervisor of that key or other spelling (without regard to case), or null.</summary>
    public static Hypervisor? Find(string? key) => All.FirstOrDefault(h =>
        string.Equals(h.Key, key, StringComparison.OrdinalIgnoreCase) || h.OtherSpellings.Contains(key, StringComparer.OrdinalIgnoreCase));
}
