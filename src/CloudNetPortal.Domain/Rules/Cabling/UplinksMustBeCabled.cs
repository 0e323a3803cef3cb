using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Vlans;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6001.</summary>
internal sealed class UplinksMustBeCabled : Rule
{
    public override string Id => "CNP6001";
    public override string Title => "Uplinks must be cabled";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "no wire to a switch"), new("b", Warning, Advice, Meaning: "VLANs of the switch port are not documented")];
    public override string Team => "network";
    public override string Why => "A label leads through a bridge and a bond to NICs of the physical host, and from there through cables and panels to a switch. When that way ends early nothing can be said of VLANs, LAG or MTU, and CloudStack itself sees no cable at all.";
    public override string Rejected => "kvm-07 eno2 → pp-a3:14 → nothing; or the only port of cloudbr0 is a dummy device.";
    public override string Accepted => "kvm-07 eno2 → pp-a3:14 → sw-b1 Eth1/7.";
    public override string Cure => "Document the cable to a free port of the switch, or have it laid.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~(Reads.PortMtu | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in facts.LabelRows.SelectMany(r => r.Found.Select(f => (r.Cell, Resolution: f)))
            .Where(x => x.Resolution.Uplink is not null && x.Resolution.Legs.Count == 0).GroupBy(x => (x.Resolution.Label, x.Resolution.Uplink!.Name)))
        {
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            // A tunnel leaves over whatever NIC the routes say.
            if (group.All(g => g.Resolution.Uplink!.Kind == InterfaceKind.Vxlan))
            {
                yield return Unverified(CataloguePath.Of(hosts[0].Device!, group.First().Resolution.Uplink!), $"{group.Key.Name}, the uplink of {group.Key.Label} on {List(hosts.Select(h => h.Name))}, is a tunnel: over which NICs {List(group.Select(g => g.Cell.Traffic.Type).Distinct())} leaves is a matter of routes and was not judged.", "a") with { Objects = [.. hosts.Select(h => h.Reference)] };
                continue;
            }
            yield return Found(CataloguePath.Of(hosts[0].Device!, group.First().Resolution.Uplink!), $"{group.Key.Name}, the uplink of {group.Key.Label} on {List(hosts.Select(h => h.Name))}, has no physical NIC below it: {List(group.Select(g => g.Cell.Traffic.Type))} would not leave the host.", "a") with { Objects = [.. hosts.Select(h => h.Reference)] };
        }

        var uncabled = new HashSet<HostFacts>();
        var undocumented = new List<LabelLeg>();
        foreach (var leg in facts.Legs)
        {
            var place = CataloguePath.Of(leg.Host.Device!, leg.Port, "cable");
            if (leg.Path.End is { } end)
            {
                if (end.Device.Role == DeviceRoles.Hypervisor || end.Device.LogicalHost is not null)
                    yield return Say(leg, place, $"{leg.Path.ToDisplay()}: the wire of {leg.TrafficNames} ends on another host, not on a switch.");
                else if (leg.Port.ManagementOnly)
                    yield return Say(leg, place, $"{leg.Host.Name} {leg.Port.Name} is the port of the controller and carries no data, but {List(leg.Uses.Select(u => u.Resolution.Label))} stands on it.");
                else if (leg.Port.Connector?.StartsWith("ieee802.11", StringComparison.OrdinalIgnoreCase) == true || leg.Port.Name.StartsWith("wl", StringComparison.Ordinal))
                    yield return Say(leg, place, $"{leg.Host.Name} {leg.Port.Name} is a wireless port; {leg.TrafficNames} needs a wire.");
                else if (facts.VlansOf(end.Port) is { IsDocumented: false } && (!leg.HostTags.IsEmpty || leg.Uses.Any(u => !u.Cell.Tagged.IsEmpty)))
                    undocumented.Add(leg);
            }
            else if (leg.Path.Outcome == PathOutcome.NoCable && !leg.Host.Device!.Interfaces.Exists(i => i.Kind == InterfaceKind.Physical && facts.Catalogue.CablesAt(i).Any()))
                uncabled.Add(leg.Host);
            else
                yield return Say(leg, place, $"{leg.Path.ToDisplay()}: {leg.TrafficNames} of {leg.Host.Name} {(leg.Path.Outcome == PathOutcome.NoCable ? "has no cable on this NIC" : "does not reach a switch")}{(leg.Uplink.Kind == InterfaceKind.Bond ? $" ({leg.Uplink.Name})" : "")}.") with
                {
                    Fixes =
                    [
                        .. leg.Path.Outcome == PathOutcome.NoCable ? Fix.Choose("Plan a cable", FreePorts.Cable(facts, leg.Host.Device!, leg.Port)) : [],
                        new("Lay the cable", Manual: $"Lay a cable from {leg.Path.ToDisplay().Replace(" → nothing", "", StringComparison.Ordinal)} to a free port{(FreePorts.SwitchesOf(facts, leg.Host.Device!) is { Count: > 0 } near ? $" of {List(near.Select(d => d.Name))}" : " of a switch")}, and document it."),
                    ],
                };
        }
        if (undocumented.Count > 0)
            yield return Found(CataloguePath.Of(undocumented[0].Path.End!.Device, undocumented[0].Path.End!.Port, "taggedVlans"),
                $"The VLANs of {Count(undocumented.Count, "switch port")} on {List(undocumented.Select(l => l.Path.End!.Device.Name))} are not documented, such as {undocumented[0].Path.ToDisplay()}: nobody can say whether the VLANs of {List(undocumented.SelectMany(l => l.Uses).Select(u => u.Cell.Traffic.Type))} pass.{SwitchWords.Upload(undocumented.Select(l => l.Path.End!.Device))}", "b") with
            {
                Objects = [.. undocumented.Select(l => new ObjectRef("port", facts.Catalogue.NameOf(l.Path.End!.Port), CataloguePath.Of(l.Path.End.Device, l.Path.End.Port, "taggedVlans")))],
                Subjects = [.. undocumented.Select(l => l.Subject)],
            };
        // Whole hosts without a word on cables: somebody has not documented yet, which is not the same as a missing cable.
        var blind = facts.LabelRows.SelectMany(r => r.Unknown).Select(r => r.Host).Concat(uncabled).Distinct().ToList();
        if (blind.Count > 0)
            yield return Unverified("", $"The cabling of {Count(blind.Count, "host")} ({List(blind.Select(h => h.Name))}) is not documented; VLANs, LAGs and MTU towards {(blind.Count == 1 ? "it" : "them")} were not judged. Import a cable list, or LLDP output of the hosts.", "a") with
            {
                Objects = [.. blind.Select(h => h.Reference)],
                Subjects = [.. facts.Legs.Where(l => uncabled.Contains(l.Host)).Select(l => l.Subject)],
            };
    }

    private Finding Say(LabelLeg leg, string path, string message) => Found(path, message, "a") with
    {
        Objects = [leg.Host.Reference, new("nic", $"{leg.Host.Name} {leg.Port.Name}", path)],
        Subjects = [leg.Subject],
        Like = $"{leg.Path.Outcome} {leg.TrafficNames} {leg.Uplink.Name}",
        Evidence = [leg.Path.ToDisplay(), .. leg.Uses.Select(u => $"{u.Cell.Title}: {u.Resolution.Label} → {leg.Uplink.Name} → {leg.Port.Name}").Distinct()],
    };
}
