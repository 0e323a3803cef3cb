using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>One place for a label: a traffic type of a physical network, for one hypervisor of the zone.</summary>
/// <param name="Network">Physical network.</param>
/// <param name="Traffic">Traffic type.</param>
/// <param name="Hypervisor">Hypervisor of at least one cluster of the zone.</param>
/// <param name="Tagged">VLANs CloudStack sends tagged through it. Management ranges never count: KVM, XenServer and VMware ignore their VLAN.</param>
public sealed record LabelCell(PhysicalNetwork Network, TrafficType Traffic, Hypervisor Hypervisor, VlanSet Tagged)
{
    /// <summary>The label, or null when it is empty.</summary>
    public string? Label => Traffic.LabelFor(Hypervisor.Key);
    /// <summary>Path of the label in the design.</summary>
    public string Path => DesignPath.Label(Network, Traffic, Hypervisor.Key);
    /// <summary>For people: <c>Guest on guest-a, KVM</c>.</summary>
    public string Title => $"{Traffic.Type} on {Network.Name}, {Hypervisor.Key}";
    /// <summary>True for the traffic type of that key.</summary>
    public bool Is(string traffic) => string.Equals(Traffic.Type, traffic, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A label over all hosts it concerns: a row of the label matrix.</summary>
/// <param name="Cell">The place of the label.</param>
/// <param name="Resolutions">One per zone host of that hypervisor; empty without a label or without hosts.</param>
public sealed record LabelRow(LabelCell Cell, IReadOnlyList<LabelResolution> Resolutions)
{
    /// <summary>Hosts that have it.</summary>
    public IEnumerable<LabelResolution> Found => Resolutions.Where(r => r.State == LabelState.Found);
    /// <summary>Hosts that are documented and lack it.</summary>
    public IEnumerable<LabelResolution> Missing => Resolutions.Where(r => r.State == LabelState.Missing);
    /// <summary>Hosts nothing is known of.</summary>
    public IEnumerable<LabelResolution> Unknown => Resolutions.Where(r => r.State == LabelState.Unknown);
    /// <summary>For people: <c>on 63 of 64 hosts</c>.</summary>
    public string Summary => Resolutions.Count == 0 ? "no hosts" : Resolutions.All(r => r.State == LabelState.NotChecked) ? "not looked at"
        : $"on {Found.Count()} of {Resolutions.Count} hosts" + (Unknown.Any() ? $", {Unknown.Count()} not known" : "");
}
