using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Tests.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Benchmarks;

/// <summary>A kind of edit as the portal makes it: the draft is read anew from its document; a catalogue shares with the one before all that did not change.</summary>
internal sealed record RuleEdit(string Name, Func<RuleInput, int, RuleInput> Apply)
{
    public static IReadOnlyList<RuleEdit> Kinds { get; } =
    [
        Design("DNS server", (d, i) => d.Dns1 = $"10.20.0.{i + 1}"),
        Design("label", (d, i) => d.PhysicalNetworks[1].TrafficTypes[0].Labels["KVM"] = i % 2 == 0 ? "cloudbr9" : "cloudbr1"),
        Design("guest VLANs", (d, i) => d.PhysicalNetworks[1].GuestVlans = $"2-99,101-199,201-299,{301 + i}-4094"),
        Design("management range", (d, i) => d.Pods[i % d.Pods.Count].ManagementRanges[0].EndIp = $"10.{100 + (i % d.Pods.Count)}.0.{150 + i % 50}"),
        Design("public VLAN", (d, i) => d.PublicRanges[0].Vlan = i % 2 == 0 ? "555" : "300"),
        Design("host of a cluster", (d, i) => d.Pods[0].Clusters[0].Hosts[0].Device = i % 2 == 0 ? "kvm-0000" : "kvm-0001"),
        Box("VLANs of a switch port", "sw-a1", (d, i) => d.Interfaces.First(p => p.Kind == InterfaceKind.Bond).TaggedVlans = VlanSet.Parse(i % 2 == 0 ? "100" : "100,200")),
        Box("MTU of a switch port", "sw-a1", (d, i) => d.Interfaces.First(p => p.Kind == InterfaceKind.Physical).Mtu = i % 2 == 0 ? 1500 : 9216),
        Box("a NIC more", "kvm-0002", (d, i) => d.Interfaces.Add(new Interface { DeviceId = d.Id, Name = $"ens9f{i}", Purpose = "spare" })),
        Box("a port more on a spine", "sp1", (d, i) => d.Interfaces.Add(new Interface { DeviceId = d.Id, Name = $"Eth9/{i}", SpeedMbps = 100000 })),
        new("a cable", (input, i) =>
        {
            var cable = Copied.Of(input.Catalogue.Cables[40]);
            cable.Status = i % 2 == 0 ? LifeCycle.Decommissioning : LifeCycle.Active;
            return input with { Catalogue = With(input.Catalogue, cables: [.. input.Catalogue.Cables.Select(c => c.Id == cable.Id ? cable : c)]) };
        }),
        new("an LLDP record", (input, i) =>
        {
            var heard = Copied.Of(input.Catalogue.Neighbours[7]);
            heard.PortId = i % 2 == 0 ? "Eth1/77" : "Eth1/8";
            return input with { Catalogue = With(input.Catalogue, neighbours: [.. input.Catalogue.Neighbours.Select(n => n.Id == heard.Id ? heard : n)]) };
        }),
    ];

    private static RuleEdit Design(string name, Action<ZoneDesign, int> change) => new(name, (input, i) =>
    {
        var design = DesignJson.Read(DesignJson.ToTree(input.Design));
        change(design, i);
        return input with { Design = design };
    });

    private static RuleEdit Box(string name, string device, Action<Device, int> change) => new(name, (input, i) =>
    {
        var box = Copied.Of(input.Catalogue.Devices.First(d => d.Name == device));
        change(box, i);
        return input with { Catalogue = With(input.Catalogue, devices: [.. input.Catalogue.Devices.Select(d => d.Id == box.Id ? box : d)]) };
    });

    private static CatalogueSnapshot With(CatalogueSnapshot c, IReadOnlyList<Device>? devices = null, IReadOnlyList<Cable>? cables = null, IReadOnlyList<LldpNeighbour>? neighbours = null) =>
        new() { Devices = devices ?? c.Devices, Cables = cables ?? c.Cables, Neighbours = neighbours ?? c.Neighbours, Prefixes = c.Prefixes };
}
