using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0201.</summary>
internal sealed class LldpNeighboursMustMatchCables : Rule
{
    public override string Id => "CNP0201";
    public override string Title => "LLDP neighbours must match cables";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Warning, Meaning: "another device or port was heard"), new("b", Warning, Advice, Meaning: "a neighbour was heard where no cable is documented")];
    public override string Team => "network";
    public override string Why => "All checks of VLANs, LAGs and MTU follow the documented cable. When the wire ends elsewhere, they judge the wrong switch port, and CloudStack itself never compares.";
    public override string Rejected => "kvm-07 eno2 is documented to sw-b1 Eth1/7; LLDP says sw-b1 Eth1/17.";
    public override string Accepted => "Documented through panel pp-a3; LLDP says “sw-b1.example.net”, port Ethernet1/7.";
    public override string Cure => "Correct the documented cable when the wire is right, or have the wire moved when the documentation is right.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue | RuleOrigins.LiveData;
    public override Reads Reads => (Reads.Legs | Reads.Clock | Reads.Pack) & ~(Reads.PortMtu | Reads.PortVlans | Reads.Places | Reads.Prefixes);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var heard = facts.Input.Catalogue.Neighbours.ToLookup(n => n.InterfaceId);
        var judged = new HashSet<Guid>();
        var loose = new List<(string Place, string Text, ObjectRef Port)>();
        foreach (var records in heard)
        {
            if (facts.Catalogue.Port(records.Key) is not { } port)
                continue;
            // What was heard last counts, not what was heard before a wire was moved; records of former times only where there are no others.
            var newest = records.Max(n => n.SeenAt);
            var fresh = records.Where(n => n.SeenAt == newest && facts.Input.Now - n.SeenAt <= facts.Input.Pack.LiveDataMaxAge).ToList();
            var (old, group) = (fresh.Count == 0, fresh.Count == 0 ? [.. records] : fresh);
            var path = facts.PathFrom(port);
            // What nearly every port hears; words are made for the others only.
            if (path.End is { } right && group.Exists(n => NeighbourMatch.Device(n, right.Device) && NeighbourMatch.Port(n, right.Port)))
            {
                if (!old)
                    judged.UnionWith([port.Id, right.Port.Id]);
                continue;
            }
            var (device, name) = (facts.Catalogue.DeviceOf(port), facts.Catalogue.NameOf(port));
            var place = CataloguePath.Of(device, port, "cable");
            var said = List(group.Select(Describe));
            var seen = group.Max(n => n.SeenAt);
            var asOf = old ? $" (as of {seen:yyyy-MM-dd})" : "";
            ObjectRef[] objects = [new("port", name, place)];
            if (path.End is not { } end)
            {
                if (path.Outcome == PathOutcome.NoCable)
                    loose.Add((place, $"{name} hears {said}{asOf}", objects[0]));
                // Of an uplink that reaches no switch CNP6001 tells.
                else if (path.Outcome == PathOutcome.OpenBehindPanel && !facts.Legs.Any(l => l.Port.Id == port.Id))
                    yield return Found(place, $"{name} hears {said}{asOf}, but the documented cable ends in a panel: {path.ToDisplay()}.", "b") with { Objects = objects, Evidence = [path.ToDisplay(), .. group.Select(Seen)] };
                continue;
            }
            judged.UnionWith([port.Id, end.Port.Id]);
            yield return Found(place, $"{name} is documented to {facts.Catalogue.NameOf(end.Port)}; LLDP heard {said}{asOf}.", "a") with
            {
                Objects = [.. objects, new("port", facts.Catalogue.NameOf(end.Port), CataloguePath.Of(end.Device, end.Port, "cable"))],
                Fixes = [.. Take(facts, path, group), new("Have the wire moved", Manual: $"Move the plug of {name} so that it ends in {facts.Catalogue.NameOf(end.Port)}; LLDP heard {said}.")],
                Evidence = [path.ToDisplay(), .. group.Select(Seen)],
            };
        }
        // A whole inventory without cables is one gap, not one for each port.
        if (loose.Count > 0)
            yield return Found(loose[0].Place, loose.Count == 1 ? $"{loose[0].Text}, but no cable is documented there." : $"{loose.Count} ports hear a neighbour where no cable is documented, such as: {loose[0].Text}.", "b") with
            {
                Objects = [.. loose.Select(l => l.Port)],
                Evidence = [.. loose.Select(l => l.Text)],
            };
        // One remark for everything that nobody looked at lately: it is shown as such, never as good.
        var open = facts.Legs.Where(l => l.Path.End is { } e && !judged.Contains(l.Port.Id) && !judged.Contains(e.Port.Id)).ToList();
        if (open.Count > 0)
            yield return Unverified("", $"{Count(open.Count, "uplink NIC")} of {facts.Legs.Count} {(open.Count == 1 ? "has" : "have")} no LLDP record of the last {facts.Input.Pack.LiveDataMaxAge.TotalDays:0} days, such as {open[0].Host.Name} {open[0].Port.Name}: the documented cable was not compared with the wire. Upload “lldpcli show neighbors -f json” of the hosts or switches.", "a") with
            {
                Objects = [.. open.Select(l => l.Host.Reference).Distinct()],
                Values = string.Join('\n', open.Select(l => $"{l.Host.Name} {l.Port.Name}").Order(StringComparer.Ordinal)),
            };
    }

    private static string Seen(LldpNeighbour n) => $"{Describe(n)}, seen {n.SeenAt:yyyy-MM-dd HH:mm} UTC" + (n.Source is null ? "" : $" in {n.Source}");

    // The heard port in place of the documented one, where it is in the catalogue and free.
    private static IEnumerable<Fix> Take(RuleFacts facts, CablePath path, IEnumerable<LldpNeighbour> heard) =>
        from neighbour in heard
        from device in facts.Input.Catalogue.Devices.Where(d => NeighbourMatch.Device(neighbour, d)).Take(1)
        from port in device.Interfaces.Where(p => p.Kind == Domain.Catalogue.Ports.InterfaceKind.Physical && NeighbourMatch.Port(neighbour, p)).Take(1)
        where !facts.Catalogue.CablesAt(port).Any() && path.End is { Cable: not null }
        select new Fix($"Document {device.Name} {port.Name}", CatalogueEdits: [new CatalogueEdit.MoveCable(path.End!.Device.Name, path.End.Port.Name, path.End.Cable!.Id, path.End.Cable.Label ?? "without label", device.Name, port.Name)]);

    private static string Describe(LldpNeighbour n) => $"{n.SystemName ?? n.ChassisId ?? n.ManagementAddress ?? "an unnamed device"} {n.PortDescription ?? n.PortId ?? ""}".TrimEnd();
}
