using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>One traffic type of one network on one host: which label it has, what that names there, and the VLANs that CloudStack tags.</summary>
/// <param name="Traffic">Key of the traffic type.</param>
/// <param name="Network">Name of the physical network.</param>
/// <param name="Label">As designed; null when there is none.</param>
/// <param name="Target">What it names on the host; null when the host has no such thing.</param>
/// <param name="Tagged">VLANs sent tagged; empty for untagged.</param>
/// <param name="Unused">Why nothing runs over it, or null: Storage without storage ranges.</param>
internal sealed record LabelUse(string Traffic, string Network, string? Label, Interface? Target, VlanSet Tagged, string? Unused)
{
    /// <summary>The switch, bridge or name-label the label names, without VMware's further fields.</summary>
    public string Named => (Label ?? "").Split(',')[0].Trim();

    public static IReadOnlyList<LabelUse> Of(ZoneDesign design, Device device, Hypervisor hypervisor)
    {
        var storageRanges = design.Pods.SelectMany(p => p.StorageRanges).ToList();
        return [.. TrafficOrder(design).Select(t =>
        {
            var label = t.Traffic.LabelFor(hypervisor.Key);
            var use = new LabelUse(t.Traffic.Type, t.Network.Name, label, null, VlanSet.Empty, null);
            return use with
            {
                Target = label is null ? null : Find(device, hypervisor, use.Named),
                Tagged = t.Traffic.Type switch
                {
                    "Guest" when t.Network.IsolationMethods.Count == 0 || t.Network.IsolationMethods.Contains("VLAN", StringComparer.OrdinalIgnoreCase) => Vlans(t.Network.GuestVlans),
                    "Public" => Vlans([.. design.PublicRanges.Select(r => r.Vlan)]),
                    "Storage" when device.LogicalHost?.UsesOpenVSwitch != true => Vlans([.. storageRanges.Select(r => r.Vlan)]),
                    _ => VlanSet.Empty,
                },
                Unused = t.Traffic.Type == "Storage" && storageRanges.Count == 0 ? "no storage range: runs over Management" : null,
            };
        })];
    }

    private static IEnumerable<(PhysicalNetwork Network, TrafficType Traffic)> TrafficOrder(ZoneDesign design) =>
        design.PhysicalNetworks.SelectMany(n => n.TrafficTypes.Select(t => (n, t))).OrderBy(p => TrafficWords.Order(p.t.Type));

    private static Interface? Find(Device device, Hypervisor hypervisor, string name) => hypervisor.Key switch
    {
        "XenServer" => device.Interfaces.Find(i => i.Kind == InterfaceKind.XenNetwork && i.NameLabel == name),
        "VMware" or "Hyperv" => device.Interfaces.Find(i => i.Kind == InterfaceKind.VSwitch && i.Name == name),
        _ => device.Interfaces.Find(i => i.Name == name),
    };

    private static VlanSet Vlans(params IReadOnlyList<string?> texts) =>
        texts.Aggregate(VlanSet.Empty, (all, text) => VlanSet.TryParse(text, out var set, out _) ? all.Union(set) : all);
}
