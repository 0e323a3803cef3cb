using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.TrafficTypes;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Physical networks with their traffic types and labels, then their guest VLANs, then switching them on.</summary>
public sealed class NetworksSection : PlanSection
{
    /// <summary>Key of the step that makes a physical network.</summary>
    public static string KeyOf(PhysicalNetwork network) => $"network/{network.Id}";

    /// <summary>Key of the step that switches it on.</summary>
    public static string EnableKeyOf(PhysicalNetwork network) => $"network/{network.Id}/enable";

    /// <summary>Key of the step that puts a traffic type on it.</summary>
    public static string KeyOf(PhysicalNetwork network, TrafficType traffic) => $"network/{network.Id}/traffic/{traffic.Id}";

    // Of several updates of one network at once the last one wins, silently.
    private static string LaneOf(PhysicalNetwork network) => $"network/{network.Id}";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var networks = context.Design.PhysicalNetworks;
        return [.. networks.SelectMany(n => Network(context, n)), .. networks.SelectMany(n => GuestVlans(context, n)), .. networks.Select(Enable)];
    }

    private static IEnumerable<PlanStep> Network(PlanContext context, PhysicalNetwork network)
    {
        var (key, path) = (KeyOf(network), $"physicalNetworks/{network.Id}");
        // A basic zone takes neither isolation nor tags (CS-208).
        var isolation = context.Kind.Key == "Basic" ? null : string.Join(',', network.IsolationMethods);
        var tags = context.Kind.Key == "Basic" ? null : string.Join(',', network.Tags);
        yield return new PlanStep
        {
            Key = key, Section = "Networks", Title = $"Physical network {network.Name}", DesignPath = path, Command = "createPhysicalNetwork", IsAsync = true, Lane = "physical-networks", After = [ZoneSection.Zone],
            Arguments =
            [
                PlanArgument.IdOf("zoneid", ZoneSection.Zone), .. Values(("name", network.Name), ("isolationmethods", isolation), ("tags", tags), ("broadcastdomainrange", network.BroadcastDomainRange)),
            ],
            Lookup = new PlanLookup("listPhysicalNetworks", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], [PlanArgument.Of("name", network.Name)]),
            ReadBack = ById("listPhysicalNetworks", key, Expect(path,
                ("name", network.Name, "name", Comparison.Exact), ("isolationmethods", isolation, "isolationMethods", Comparison.WordSet), ("tags", tags, "tags", Comparison.WordSet), ("broadcastdomainrange", network.BroadcastDomainRange, "broadcastDomainRange", Comparison.IgnoreCase))),
            SideEffect = "Adds the providers VirtualRouter, VpcVirtualRouter, InternalLbVm, SecurityGroupProvider, BaremetalPxeProvider and ConfigDrive.",
            UndoNote = "deletePhysicalNetwork, once no range or network uses it. Name and isolation are fixed from now on.",
            Why = "Carries " + string.Join(", ", network.TrafficTypes.Select(t => t.Type)) + ".",
        };
        foreach (var traffic in network.TrafficTypes)
            yield return Traffic(network, traffic, key, $"{path}/trafficTypes/{traffic.Id}");
    }

    private static PlanStep Traffic(PhysicalNetwork network, TrafficType traffic, string networkKey, string path)
    {
        var type = TrafficKind.Find(traffic.Type)?.Key ?? traffic.Type;
        var labels = Hypervisor.All.Where(h => h.LabelParameter is not null && traffic.LabelFor(h.Key) is not null).Select(h => (Parameter: h.LabelParameter!, Label: traffic.LabelFor(h.Key)!, h.Key)).ToList();
        var match = new[] { PlanArgument.Of("traffictype", type), PlanArgument.IdOf("physicalnetworkid", networkKey) };
        return new PlanStep
        {
            Key = KeyOf(network, traffic), Section = "Networks", Title = $"{type} traffic on {network.Name}", DesignPath = path,
            Command = "addTrafficType", IsAsync = true, After = [networkKey],
            Arguments = [PlanArgument.IdOf("physicalnetworkid", networkKey), PlanArgument.Of("traffictype", type), .. labels.Select(l => PlanArgument.Of(l.Parameter, l.Label))],
            Lookup = new PlanLookup("listTrafficTypes", [PlanArgument.IdOf("physicalnetworkid", networkKey)], match),
            // The simulator's label is stored but never listed.
            ReadBack = new PlanReadBack("listTrafficTypes", [PlanArgument.IdOf("physicalnetworkid", networkKey)], match,
                [new PlanExpectation("traffictype", PlanArgument.Of("traffictype", type), Comparison.Exact, $"{path}/type"),
                 .. labels.Where(l => l.Key != "Simulator").Select(l => new PlanExpectation(l.Parameter, PlanArgument.Of(l.Parameter, l.Label), Comparison.Exact, $"{path}/labels/{l.Key}"))]),
            UndoNote = "deleteTrafficType. A label changed later acts from the next start of a virtual machine; KVM hosts keep what they were added with.",
            Why = "Without labels of its own each hypervisor falls back to its defaults.",
        };
    }

    private static IEnumerable<PlanStep> GuestVlans(PlanContext context, PhysicalNetwork network)
    {
        if (string.IsNullOrWhiteSpace(network.GuestVlans) || context.Kind.Key == "Basic")
            yield break;
        var (key, networkKey, path) = ($"network/{network.Id}/vlans", KeyOf(network), $"physicalNetworks/{network.Id}/guestVlans");
        var text = VlanSet.TryParse(network.GuestVlans, out var set, out _, int.MaxValue) ? set.ToString() : network.GuestVlans;
        yield return new PlanStep
        {
            Key = key, Section = "Networks", Title = $"Guest VLANs of {network.Name}", DesignPath = path, Command = "updatePhysicalNetwork", IsAsync = true,
            Lane = LaneOf(network), After = [networkKey],
            Arguments = [PlanArgument.IdOf("id", networkKey), PlanArgument.Of("vlan", text)],
            ReadBack = ById("listPhysicalNetworks", networkKey, [new PlanExpectation("vlan", PlanArgument.Of("vlan", text), Comparison.VlanSet, path)]),
            SideEffect = "Replaces the whole set; overlapping parts are merged.",
            UndoNote = "Send the former set; refused while a VLAN that would disappear is in use.",
            Why = "Sent before public ranges, because only then CloudStack compares the two.",
        };
    }

    private static PlanStep Enable(PhysicalNetwork network) => new()
    {
        Key = EnableKeyOf(network), Section = "Networks", Title = $"Enable {network.Name}", DesignPath = $"physicalNetworks/{network.Id}", Command = "updatePhysicalNetwork", IsAsync = true,
        Lane = LaneOf(network), After = [KeyOf(network)],
        Arguments = [PlanArgument.IdOf("id", KeyOf(network)), PlanArgument.Of("state", "Enabled")],
        ReadBack = ById("listPhysicalNetworks", KeyOf(network), [new PlanExpectation("state", PlanArgument.Of("state", "Enabled"))]),
        UndoNote = "updatePhysicalNetwork state=Disabled.",
        Why = "CloudStack lets a zone be enabled with physical networks off; the first guest network would then be refused.",
    };
}
