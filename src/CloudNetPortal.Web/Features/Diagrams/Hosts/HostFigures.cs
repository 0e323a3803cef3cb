using System.Net;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Small hosts that exist only to explain: drawn by the same layout as real ones.</summary>
internal static class HostFigures
{
    /// <summary>A host of a basic zone: everything over one NIC, a NIC per traffic type, or a NIC per traffic type on access ports of separate VLANs.</summary>
    public static HostPicture Basic(bool separateNics, bool separateVlans)
    {
        var labels = separateNics ? new[] { "cloudbr0", "cloudbr1", "cloudbr2" } : ["cloudbr0", "cloudbr0", "cloudbr0"];
        return Draw("Basic", [("Management", labels[0], separateVlans ? 10 : 1), ("Guest", labels[1], separateVlans ? 20 : 1), ("Storage", labels[2], separateVlans ? 30 : 1)]);
    }

    /// <summary>A host of an advanced zone with two NICs, as every explanation of CloudStack's networking ends with.</summary>
    public static HostPicture Advanced() => Draw("Advanced", [("Management", "cloudbr0", null), ("Storage", "cloudbr0", null), ("Guest", "cloudbr1", null), ("Public", "cloudbr1", null)]);

    private static HostPicture Draw(string kind, IReadOnlyList<(string Traffic, string Label, int? AccessVlan)> traffic)
    {
        var host = new Device { Name = "a host", Role = DeviceRoles.Hypervisor };
        host.LogicalHost = new LogicalHost { DeviceId = host.Id, ManagementAddress = IPAddress.Parse("10.0.0.11") };
        var network = new PhysicalNetwork { Id = "net", Name = "physical network", GuestVlans = kind == "Basic" ? null : "100-199" };
        var sw = new Device { Name = "switch", Role = DeviceRoles.Switch };
        var cables = new List<Cable>();
        foreach (var (index, bridge) in traffic.GroupBy(t => t.Label).Index())
        {
            var label = Port(host, bridge.Key, InterfaceKind.Bridge);
            var nic = Port(host, $"eth{index}", InterfaceKind.Physical);
            nic.BridgeId = label.Id;
            var port = Port(sw, $"port {index + 1}", InterfaceKind.Physical);
            if (bridge.First().AccessVlan is { } vlan)
                (port.Mode, port.UntaggedVlan) = (SwitchPortMode.Access, vlan);
            else
                (port.Mode, port.TaggedVlans) = (SwitchPortMode.Trunk, Domain.Addressing.VlanSet.Parse(index == 0 ? "10,30" : "50,100-199"));
            cables.Add(Cable($"cable {index + 1}", nic, port));
            foreach (var (name, _, _) in bridge)
                network.TrafficTypes.Add(new TrafficType { Id = name, Type = name, Labels = { ["KVM"] = bridge.Key } });
        }
        var pod = new Pod { Id = "pod", Name = "pod", StorageRanges = [new StorageRange { Id = "range", Vlan = kind == "Basic" ? null : "30" }] };
        pod.Clusters.Add(new Cluster { Id = "cluster", Hosts = [new Domain.Zones.Host { Id = "host", Device = host.Name }] });
        var design = new ZoneDesign { Id = "zone", Name = "example", Kind = kind, PhysicalNetworks = [network], Pods = [pod], PublicRanges = kind == "Basic" ? [] : [new PublicRange { Id = "public", Vlan = "50" }] };
        return HostReader.Read(host, new CatalogueSnapshot { Devices = [host, sw], Cables = cables }, design, []);
    }

    private static Interface Port(Device device, string name, InterfaceKind kind)
    {
        var port = new Interface { DeviceId = device.Id, Name = name, Kind = kind };
        device.Interfaces.Add(port);
        return port;
    }

    private static Cable Cable(string label, Interface a, Interface b)
    {
        var cable = new Cable { Label = label };
        cable.Ends.AddRange([new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' }, new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' }]);
        return cable;
    }
}
