using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Web.Features.Diagrams.Drawing;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Reads the picture of a host out of the catalogue and, where a zone uses the host, its design. Invents nothing: what is not documented is not joined.</summary>
internal sealed class HostReader
{
    private readonly Device device;
    private readonly CatalogueSnapshot catalogue;
    private readonly RuleFacts facts;
    private readonly Hypervisor hypervisor;
    private readonly IReadOnlyList<LabelUse> uses;
    private readonly FindingMarks marks;
    private readonly List<HostPart> parts = [];
    private readonly List<HostLink> links = [];
    private readonly List<HostLeg> legs = [];

    private HostReader(Device device, CatalogueSnapshot catalogue, ZoneDesign? design, IReadOnlyList<Finding> findings, Func<Finding, string?>? urlOf)
    {
        this.device = device;
        this.catalogue = catalogue;
        facts = new RuleFacts(design ?? new ZoneDesign(), catalogue);
        var host = facts.Hosts.FirstOrDefault(h => h.Device == device);
        hypervisor = host?.Hypervisor ?? Hypervisor.Find(device.LogicalHost?.Hypervisor) ?? new Kvm();
        uses = host is null ? [] : LabelUse.Of(facts, host);
        marks = new FindingMarks(device, findings, urlOf);
    }

    /// <summary>The picture with the zone that uses the host, or of the physical side alone; findings about this host are marked where they are.</summary>
    public static HostPicture Read(Device device, CatalogueSnapshot catalogue, ZoneDesign? design, IReadOnlyList<Finding> findings, Func<Finding, string?>? urlOf = null)
    {
        var reader = new HostReader(device, catalogue, design, findings, urlOf);
        reader.ReadLabels();
        reader.ReadPhysical();
        reader.ReadMachines(design);
        reader.Carry();
        reader.ReadLegs();
        return new HostPicture(device, reader.hypervisor, design)
        {
            Parts = reader.parts,
            Links = reader.links,
            Legs = reader.legs,
            Box = reader.Box(),
            Sentence = reader.Sentence(design),
        };
    }

    private static bool IsLabelThing(Interface i) => i.Kind is InterfaceKind.Bridge or InterfaceKind.OvsBridge or InterfaceKind.VSwitch or InterfaceKind.XenNetwork;

    private static string Key(Interface i) => $"if:{i.Name}";

    private string LabelKey(LabelUse use) => use.Target is { } target ? IsLabelThing(target) ? Key(target) : $"label:{target.Name}" : $"label:{(use.Label is null ? use.Traffic : use.Named)}";

    private void ReadLabels()
    {
        foreach (var group in uses.GroupBy(LabelKey))
        {
            var first = group.First();
            var part = new HostPart(group.Key, HostLayer.Labels, first.Target is null ? hypervisor.LabelNames : PortWords.Kind(first.Target), first.Label is null ? "no label" : first.Named)
            {
                Traffic = TrafficWords.Sorted(group.Select(u => u.Traffic)),
                Missing = first.Missing && group.Any(u => u.Unused is null),
                Quiet = first.Target is null && (!first.Missing || group.All(u => u.Unused is not null)),
                Lines = [Facts(first), .. group.Select(Tags).OfType<string>()],
                InterfaceId = first.Target?.Id,
            };
            parts.Add(part with { Problems = marks.OfLabel(part, [.. group]) });
            if (first.Target is { } target && !IsLabelThing(target))
                links.Add(new HostLink(group.Key, Key(target)));
        }
        foreach (var unused in device.Interfaces.Where(i => IsLabelThing(i) && parts.TrueForAll(p => p.Key != Key(i)) && (!i.MadeByCloudStack || i.Name == "cloud0")).OrderBy(i => i.Name, NaturalOrder.Comparer))
            parts.Add(new HostPart(Key(unused), HostLayer.Labels, PortWords.Kind(unused), unused.NameLabel ?? unused.Name)
            {
                Lines = [unused.MadeByCloudStack ? "made by CloudStack" : uses.Count == 0 ? Words(unused) : $"{PortWords.Kind(unused)} · no label names it"],
                Quiet = unused.MadeByCloudStack || uses.Count > 0,
                Problems = marks.Of(unused.Name),
                InterfaceId = unused.Id,
            });
    }

    private string Facts(LabelUse use) => use switch
    {
        { Target: { } target } => Words(target),
        { Label: null } => $"no label for {hypervisor.Title}",
        { Missing: false } => "not judged: nothing known of this host",
        { Unused: not null } => $"{hypervisor.LabelNames} not on this host",
        _ => "missing on this host",
    };

    private static string Words(Interface i) => string.Join(" · ", new[] { PortWords.Kind(i), i.Kind == InterfaceKind.XenNetwork ? i.Name : null, i.VlanId is { } v ? $"VLAN {v}" : null, i.Mtu is { } mtu ? $"MTU {mtu}" : null }.OfType<string>());

    private static string? Tags(LabelUse use) => use.Unused is not null ? $"{use.Traffic}: {use.Unused}"
        : use.Traffic == "Management" ? null
        : use.Tagged.IsEmpty ? $"{use.Traffic} untagged" : $"{use.Traffic} {use.Tagged.ToDisplay()} tagged";

    private void ReadPhysical()
    {
        foreach (var i in device.Interfaces.OrderBy(i => i.Name, NaturalOrder.Comparer))
        {
            HostPart? part = i.Kind switch
            {
                InterfaceKind.Vlan or InterfaceKind.Vxlan when !i.MadeByCloudStack => new HostPart(Key(i), HostLayer.Vlans, PortWords.Kind(i), i.Name) { Lines = [i.VlanId is { } v ? $"VLAN {v}, tagged by the host" : "VLAN not documented"] },
                InterfaceKind.Bond => new HostPart(Key(i), HostLayer.Bonds, "bond", i.Name) { Lines = [BondWords(i)] },
                InterfaceKind.Physical => new HostPart(Key(i), HostLayer.Nics, PortWords.Kind(i), i.Name)
                {
                    Beside = i.ManagementOnly ? "BMC" : i.SpeedMbps is { } speed ? PortWords.Speed(speed) : null,
                    Lines = [PortWords.Mac(i)],
                    Quiet = i.ManagementOnly,
                },
                _ => null,
            };
            if (part is not null)
                parts.Add(part with { Problems = marks.Of(i.Name), InterfaceId = i.Id });
        }
        foreach (var i in device.Interfaces.Where(i => parts.Exists(p => p.Key == Key(i))))
        {
            if (i.BondId is { } bond && ById(bond) is { } above)
                links.Add(new HostLink(Key(above), Key(i)));
            if (i.BridgeId is { } bridge && ById(bridge) is { } label && !IsLabelThing(i))
                links.Add(new HostLink(Key(label), Key(i)));
            if (i.ParentId is { } parent && i.BridgeId != parent)
                foreach (var below in Below(parent))
                    links.Add(new HostLink(Key(i), Key(below)));
        }
        links.RemoveAll(l => parts.TrueForAll(p => p.Key != l.From) || parts.TrueForAll(p => p.Key != l.To));
        foreach (var nic in device.Interfaces.Where(i => i.Kind == InterfaceKind.Physical))
            ReadCable(nic);
    }

    private Interface? ById(Guid id) => device.Interfaces.Find(i => i.Id == id);

    // A VLAN device may sit on a bridge or on another VLAN device; what carries it in the end is a bond or a NIC.
    private IEnumerable<Interface> Below(Guid id, int depth = 0) => ById(id) switch
    {
        null => [],
        { Kind: InterfaceKind.Bond or InterfaceKind.Physical } i => [i],
        { ParentId: { } parent } when depth < 8 => Below(parent, depth + 1),
        { } i when depth < 8 => device.Interfaces.Where(u => u.BridgeId == i.Id).SelectMany(u => Below(u.Id, depth + 1)).Distinct(),
        _ => [],
    };

    private string BondWords(Interface bond)
    {
        var members = device.Interfaces.Where(i => i.BondId == bond.Id).ToList();
        var speeds = members.Select(m => m.SpeedMbps).Distinct().ToList();
        var speed = speeds is [{ } one] ? $"{members.Count} × {PortWords.Speed(one)}" : members.Count == 1 ? "1 NIC" : $"{members.Count} NICs";
        return string.Join(" · ", new[] { PortWords.Bond(bond.BondMode), speed, bond.Mtu is { } mtu ? $"MTU {mtu}" : null }.OfType<string>());
    }

    private void ReadCable(Interface nic)
    {
        var path = facts.PathFrom(nic);
        if (path.Outcome != PathOutcome.NoCable)
        {
            var last = path.Hops.Count > 1 ? path.Hops[^1] : null;
            var key = path.End is { } end ? $"port:{end.Device.Name}/{end.Port.Name}" : $"gap:{nic.Name}";
            if (parts.TrueForAll(p => p.Key != key))
            {
                var lag = facts.Catalogue.Port(path.End?.Port.BondId);
                var far = new HostPart(key, HostLayer.Ports, path.End is null ? "open end" : "port", last?.Port.Name ?? "open")
                {
                    Group = last?.Device.Name ?? "",
                    GroupWords = last is null ? "" : DeviceWords(last.Device),
                    Lines = [path.End is { } at ? PortWords.Vlans(lag?.Mode is null ? at.Port : lag) : path.Gap()!, .. lag is null ? Array.Empty<string>() : [$"in {lag.Name}"]],
                    Missing = path.End is null,
                    InterfaceId = path.End?.Port.Id,
                };
                parts.Add(far with { Problems = path.End is { } found ? marks.OfFarPort(found.Device, found.Port, lag) : [] });
            }
            links.Add(new HostLink(Key(nic), key) { Cable = path.Cables(), Planned = path.IsPlanned(), Broken = path.End is null });
        }
    }

    private string DeviceWords(Device other)
    {
        var type = catalogue.DeviceTypes.FirstOrDefault(t => t.Id == other.DeviceTypeId);
        var rack = catalogue.Racks.FirstOrDefault(r => r.Id == other.RackId);
        return string.Join(" · ", new[] { type is null ? null : $"{type.Manufacturer} {type.Model}", rack is null ? null : $"rack {rack.Name}" }.OfType<string>());
    }

    private void ReadMachines(ZoneDesign? design)
    {
        if (design is not null)
        {
            parts.AddRange(MachinesInHost.Of(device, hypervisor, design, (traffic, network) =>
                uses.FirstOrDefault(u => u.Traffic == traffic && (network is null || u.Network == network)) is { } use ? LabelKey(use) : null));
            return;
        }
        // Without a zone only the hypervisor's own address is known, where it is documented on a bridge.
        var own = device.Interfaces.Find(i => IsLabelThing(i) && i.Addresses.Exists(a => Equals(a.Address, device.LogicalHost?.ManagementAddress)));
        if (device.LogicalHost is not null && own is not null)
            parts.Add(MachinesInHost.Hypervisor(device, hypervisor, [new MachineNic("own address", "Management", Key(own))]));
    }

    // Traffic runs from labels down to the ports; a line has a colour where only one type runs over it.
    private void Carry()
    {
        foreach (var layer in new[] { HostLayer.Labels, HostLayer.Vlans, HostLayer.Bonds, HostLayer.Nics })
            foreach (var part in parts.Where(p => p.Layer == layer).ToList())
            {
                var carried = part.Quiet || part.Missing ? [] : Running(part);
                for (var i = 0; i < links.Count; i++)
                {
                    if (links[i].From != part.Key)
                        continue;
                    links[i] = links[i] with { Traffic = carried, Colour = layer is HostLayer.Labels or HostLayer.Vlans && carried.Count == 1 ? carried[0] : null };
                    var at = parts.FindIndex(p => p.Key == links[i].To);
                    parts[at] = parts[at] with { Traffic = TrafficWords.Sorted(parts[at].Traffic.Concat(carried)) };
                }
            }
        foreach (var (index, link) in links.Index().ToList())
            if (parts.Find(p => p.Key == link.To) is { Layer: HostLayer.Ports } port && port.Problems.Any(p => p.IsError))
                links[index] = link with { Broken = true };
    }

    private IReadOnlyList<string> Running(HostPart part) => part.Layer != HostLayer.Labels ? part.Traffic
        : TrafficWords.Sorted(part.Traffic.Where(t => uses.Any(u => LabelKey(u) == part.Key && u.Traffic == t && u.Unused is null)));

    private void ReadLegs()
    {
        foreach (var use in uses)
        {
            var label = parts.First(p => p.Key == LabelKey(use));
            var found = Paths(label.Key, []).ToList();
            if (found.Count == 0)
                found.Add([]);
            foreach (var path in found)
            {
                var nic = path.Find(p => p.Layer == HostLayer.Nics);
                var port = path.Find(p => p.Layer == HostLayer.Ports);
                var cable = nic is null ? null : links.Find(l => l.From == nic.Key && l.To == port?.Key)?.Cable;
                legs.Add(new HostLeg(use.Traffic, use.Network, use.Label ?? "none", string.Join(" › ", path.Where(p => p.Layer is HostLayer.Vlans or HostLayer.Bonds).Select(p => p.Name)),
                    nic?.Name ?? "none", nic is null ? "" : cable ?? "no cable", port is null ? "" : $"{port.Group} {port.Name}", port?.Lines[0] ?? "",
                    string.Join(", ", path.Prepend(label).SelectMany(p => p.Problems).Select(p => p.RuleId).Distinct())));
            }
        }
    }

    private IEnumerable<List<HostPart>> Paths(string key, List<HostPart> before)
    {
        var next = links.Where(l => l.From == key).ToList();
        if (next.Count == 0 && before.Count > 0)
            yield return before;
        foreach (var link in next)
            foreach (var path in Paths(link.To, [.. before, parts.First(p => p.Key == link.To)]))
                yield return path;
    }

    private IReadOnlyList<string> Box()
    {
        var type = catalogue.DeviceTypes.FirstOrDefault(t => t.Id == device.DeviceTypeId);
        var rack = catalogue.Racks.FirstOrDefault(r => r.Id == device.RackId);
        return [.. new[] { device.Name, type is null ? null : $"{type.Manufacturer} {type.Model}", rack is null ? null : device.Position is { } u ? $"{rack.Name}, U{u:0.#}" : rack.Name, device.Serial }.OfType<string>()];
    }

    private string Sentence(ZoneDesign? design)
    {
        var address = device.LogicalHost?.ManagementAddress is { } a ? $"{a}" : "its management address";
        if (design is null)
            return $"{hypervisor.Title}. No zone uses this host yet, so only its wiring is known.";
        var bridge = uses.FirstOrDefault(u => u.Traffic == "Management") is { Label: not null } m ? $" on {m.Named}" : "";
        var through = TrafficWords.Sorted(uses.Where(u => u.Traffic is "Guest" or "Public").Select(u => u.Traffic));
        return $"{hypervisor.Title} in zone {design.Name}. CloudStack talks to {address}{bridge}."
            + (through.Count > 0 ? $" {TrafficWords.List(through)} only pass{(through.Count == 1 ? "es" : "")} through the box." : "");
    }
}
