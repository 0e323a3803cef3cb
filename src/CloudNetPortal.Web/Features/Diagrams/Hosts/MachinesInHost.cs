using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>
/// What runs in a host of a zone and with which NICs, as CloudStack 4.23 plugs them: the hypervisor itself on Management only, SSVM and CPVM with
/// Management and the way out (Public; Guest in zones with security groups), the SSVM with Storage only where the zone has a storage range.
/// </summary>
internal static class MachinesInHost
{
    public static IReadOnlyList<HostPart> Of(Device device, Hypervisor hypervisor, ZoneDesign design, Func<string, string?, string?> label)
    {
        var kind = ZoneKind.Find(design.Kind);
        var shared = kind?.SecurityGroups == true;
        var guests = design.PhysicalNetworks.Where(n => n.Traffic("Guest") is not null).ToList();
        var first = guests.FirstOrDefault()?.Name;
        var storage = design.Pods.Any(p => p.StorageRanges.Count > 0);
        MachineNic Nic(string name, string traffic, string? network = null) => new(name, traffic, label(traffic, network));
        MachineNic Out(string name) => shared ? Nic(name, "Guest", first) : Nic(name, "Public");
        IEnumerable<MachineNic> Guests() => guests.Select(n => Nic(guests.Count == 1 ? "eth0" : n.Name, "Guest", n.Name));

        var machines = new List<HostPart> { Hypervisor(device, hypervisor, [Nic("own address", "Management")]) };
        if (kind?.IsEdge != true)
        {
            machines.Add(Machine("SSVM", "secondary storage VM", [Nic("eth1", "Management"), .. storage ? [Nic("eth3", "Storage")] : Array.Empty<MachineNic>(), Out("eth2")]));
            machines.Add(Machine("CPVM", "console proxy VM", [Nic("eth1", "Management"), Out("eth2")]));
        }
        if (guests.Count > 0)
        {
            machines.Add(Machine("Router", guests.Count == 1 ? "virtual router" : "one per guest network", [.. Guests(), .. shared || kind?.IsEdge == true ? Array.Empty<MachineNic>() : [Nic("eth2", "Public")]]));
            machines.Add(Machine("Instances", guests.Count == 1 ? "in guest networks" : "on their networks", [.. Guests()]));
        }
        return machines;
    }

    public static HostPart Hypervisor(Device device, Hypervisor hypervisor, IReadOnlyList<MachineNic> nics) =>
        new("hypervisor", HostLayer.Machines, "logical host", hypervisor.Title)
        {
            Lines = [device.LogicalHost?.ManagementAddress?.ToString() ?? "address not documented"],
            Nics = nics,
            IsHypervisor = true,
            Traffic = TrafficWords.Sorted(nics.Select(n => n.Traffic)),
        };

    private static HostPart Machine(string name, string line, IReadOnlyList<MachineNic> nics) =>
        new(name.ToLowerInvariant(), HostLayer.Machines, name is "SSVM" or "CPVM" ? "system VM" : "machines", name)
        {
            Lines = [line],
            Nics = nics,
            Traffic = TrafficWords.Sorted(nics.Select(n => n.Traffic)),
        };
}
