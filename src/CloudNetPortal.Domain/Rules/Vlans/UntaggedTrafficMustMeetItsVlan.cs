using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5103.</summary>
internal sealed class UntaggedTrafficMustMeetItsVlan : Rule
{
    public override string Id => "CNP5103";
    public override string Title => "Untagged traffic must meet its VLAN";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("", Error, Warning),
    ];
    public override string Team => "network";
    public override string Why => "What CloudStack sends without a tag (Management, ranges without VLAN, all of a basic zone) lands in the VLAN that the host, the VMware label or the switch port gives it. When that is not the VLAN of the subnet, the gateway is not there: hosts connect and nothing answers. So two subnets of different VLANs cannot use one bridge untagged.";
    public override string Rejected => "Basic zone: management VLAN 136 and guest VLAN 291, both on cloudbr0.";
    public override string Accepted => "Guest on cloudbr1, whose switch port is access 291.";
    public override string Cure => "Change the untagged VLAN of the port (one click in the documentation), or put the traffic on a bridge of its own.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Practice;
    public override Reads Reads => Reads.Legs | Reads.Addresses | Reads.Kind | Reads.Tagged;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var prefixes = facts.Input.Catalogue.Prefixes.Where(p => p.VlanId is not null).Select(p => (Prefix: p, Known: Ipv4Subnet.TryParse(p.Network.ToString(), out var s), Subnet: s)).Where(p => p.Known).ToList();
        var legs = facts.Legs.SelectMany(l => l.Uses.Select(u => (Leg: l, u.Cell, u.Resolution))).ToLookup(x => x.Cell, ReferenceEqualityComparer.Instance);
        var unknownSubnets = new List<UntaggedUse>();
        var unknownPorts = new List<LabelLeg>();
        foreach (var use in facts.UntaggedUses)
        {
            var uses = legs[use.Cell].Where(x => (use.Pod is null || x.Leg.Host.Pod == use.Pod) && x.Leg.Path.IsComplete).ToList();
            if (uses.Count == 0)
                continue;
            var prefix = prefixes.Where(p => p.Subnet.PrefixLength <= use.Subnet.PrefixLength && p.Subnet.Contains(use.Subnet.Network)).OrderByDescending(p => p.Subnet.PrefixLength).Select(p => p.Prefix).FirstOrDefault();
            if (prefix is null)
            {
                unknownSubnets.Add(use);
                continue;
            }
            var open = uses.Where(x => use.On(x.Leg, x.Resolution, facts) is null).ToList();
            unknownPorts.AddRange(open.Where(x => NotCreated(x.Leg, facts) is null).Select(x => x.Leg));
            foreach (var gone in open.Where(x => NotCreated(x.Leg, facts) is not null).Select(x => x.Leg).GroupBy(l => (l.Path.End!.Device, Vlan: NotCreated(l, facts)!.Value)))
                yield return Found(CataloguePath.Of(gone.Key.Device, "vlans"), $"{use.Cell.Traffic.Type} of {List(gone.Select(l => l.Host.Name).Distinct())} reaches nothing: {gone.First().Path.ToDisplay()} puts untagged frames into VLAN {gone.Key.Vlan}, which does not exist on {gone.Key.Device.Name}.") with
                {
                    Objects = [.. gone.Select(l => l.Host.Reference).Distinct(), new("switch", gone.Key.Device.Name, CataloguePath.Of(gone.Key.Device)), new("vlan", $"{gone.Key.Vlan}")],
                    Subjects = [.. gone.Select(l => l.Subject)],
                    Fixes = [new($"Create VLAN {gone.Key.Vlan} on {gone.Key.Device.Name}", Manual: $"On {gone.Key.Device.Name}: create VLAN {gone.Key.Vlan}, then upload its output again.")],
                };
            foreach (var wrong in uses.Select(x => (x.Leg, x.Resolution, Met: use.On(x.Leg, x.Resolution, facts))).Where(x => x.Met is { } met && met.Vlan != prefix.VlanId).GroupBy(x => x.Met!.Value))
                yield return Say(facts, use, prefix, wrong.Key.Vlan, wrong.Key.BySwitch, [.. wrong.Select(w => (w.Leg, w.Resolution))]);
        }
        if (unknownSubnets.Count > 0 || unknownPorts.Count > 0)
            yield return Unverified(unknownSubnets.Count > 0 ? unknownSubnets[0].Path : "", string.Join(' ', Unknown(facts, unknownSubnets, unknownPorts))) with
            {
                Objects = [.. unknownSubnets.Select(u => new ObjectRef("range", u.Title, u.Path)), .. unknownPorts.Select(l => new ObjectRef("port", facts.Catalogue.NameOf(l.Path.End!.Port), CataloguePath.Of(l.Path.End.Device, l.Path.End.Port, "untaggedVlan"))).Distinct()],
            };
    }

    private Finding Say(RuleFacts facts, UntaggedUse use, Prefix prefix, int met, bool bySwitch, List<(LabelLeg Leg, LabelResolution Resolution)> legs)
    {
        var hosts = legs.Select(l => l.Leg.Host).Distinct().ToList();
        var (leg, resolution) = legs[0];
        var ports = legs.Select(l => l.Leg.Path.End!).DistinctBy(e => e.Port.Id).Select(e => (e.Device, Port: facts.VlansOf(e.Port).Lag ?? e.Port)).DistinctBy(e => e.Port.Id).ToList();
        var how = bySwitch ? $"{leg.Path.ToDisplay()} puts untagged frames into VLAN {met}" : resolution.HostTag is { } below ? $"{leg.Host.Name} tags with VLAN {met} ({below.Name} below {resolution.Label})" : $"the label {resolution.Label} tags with VLAN {met}";
        return Found(bySwitch && ports.Count == 1 ? CataloguePath.Of(ports[0].Device, ports[0].Port, "untaggedVlan") : use.Cell.Path,
            $"{use.Cell.Traffic.Type} of {List(hosts.Select(h => h.Name))} does not meet its VLAN: {use.Title} is on VLAN {prefix.VlanId}, but {how}.") with
        {
            Objects = [.. hosts.Select(h => h.Reference), .. bySwitch ? ports.Select(p => new ObjectRef("port", facts.Catalogue.NameOf(p.Port), CataloguePath.Of(p.Device, p.Port, "untaggedVlan"))) : [], new("vlan", $"{prefix.VlanId}")],
            Evidence = [$"{prefix.Network}{(string.IsNullOrEmpty(prefix.Description) ? "" : $" ({prefix.Description})")}: VLAN {prefix.VlanId}", .. legs.Take(20).Select(l => $"{l.Leg.Path.ToDisplay()}: VLAN {met}")],
            Subjects = [.. legs.Select(l => l.Leg.Subject)],
            Fixes = bySwitch
                ? [new($"Document {(ports.Count == 1 ? facts.Catalogue.NameOf(ports[0].Port) : $"{ports.Count} ports")} with untagged VLAN {prefix.VlanId}", CatalogueEdits: [.. ports.Select(p => new CatalogueEdit.SetPortField(p.Device.Name, p.Port.Name, "untaggedVlan", $"{prefix.VlanId}"))]),
                    new("Put it on a bridge of its own", Manual: $"Give {use.Cell.Traffic.Type} a bridge over NICs whose switch ports have VLAN {prefix.VlanId} untagged, and name that bridge in the label.")]
                : [new("Change the tag", Manual: $"Put {resolution.Label} over a VLAN device of VLAN {prefix.VlanId}, or correct the VLAN of {prefix.Network} in the catalogue.")],
        };
    }

    private static int? NotCreated(LabelLeg leg, RuleFacts facts) => leg.Path.End is { } end && SwitchFabric.Forwards(end.Device) ? facts.VlansOf(end.Port).UntaggedNotCreated : null;

    private static IEnumerable<string> Unknown(RuleFacts facts, List<UntaggedUse> subnets, List<LabelLeg> ports)
    {
        if (subnets.Count > 0)
            yield return $"The VLAN of {List(subnets.Select(u => u.Title))} is not documented as a prefix, so nobody can say whether untagged frames meet it.";
        if (ports.Count > 0)
            yield return $"The untagged VLAN of {Count(ports.Select(l => l.Path.End!.Port.Id).Distinct().Count(), "switch port")} such as {facts.Catalogue.NameOf(ports[0].Path.End!.Port)} is not documented.";
    }
}
