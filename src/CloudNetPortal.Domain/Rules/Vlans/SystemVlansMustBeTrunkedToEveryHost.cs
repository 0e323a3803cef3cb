using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5102.</summary>
internal sealed class SystemVlansMustBeTrunkedToEveryHost : Rule
{
    public override string Id => "CNP5102";
    public override string Title => "System VLANs must be trunked to every host";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning), new("b", Advice, Advice, Meaning: "a VLAN that only one of host switch and switch port allows, and nothing needs yet")];
    public override string Team => "network";
    public override string Why => "System VMs and virtual routers may start on any host of the zone, so the VLANs of Public and Storage, and those the host itself has below its bridges (bond0.100 under cloudbr0), have to be trunked to every host as well. CloudStack never looks at the switch.";
    public override string Rejected => "Public VLAN 50 is missing on the switch ports of kvm-02.";
    public override string Accepted => "VLAN 50 is allowed on all end ports.";
    public override string Cure => "Add the missing VLANs to the documented port (one click) and to the switch with the words shown.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Practice;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~Reads.Surroundings;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var unknown = new List<LabelLeg>();
        foreach (var lost in LostVlans.Find(facts, Required, unknown))
            yield return lost.Describe(facts, Found("", ""), $"({string.Join(", ", Purposes(lost))})", null);
        if (unknown.Count > 0)
            yield return Unverified("", $"VLANs of Public, Storage and of the hosts' own bridges could not be followed to {List(unknown.Select(l => l.Host.Name))}: cabling or the VLANs of the switch ports are not documented; {GuestVlansMustBeTrunkedToEveryHost.Verified(facts, unknown, Required)}.{SwitchWords.Upload(unknown.Select(l => l.Path.End?.Device))}") with
            {
                Objects = [.. unknown.Select(l => l.Host.Reference).Distinct()],
                Subjects = [.. unknown.Select(l => l.Subject)],
            };
        foreach (var finding in OneSided(facts))
            yield return finding;
    }

    // Prepared on one side only: harmless until somebody plans on it.
    private IEnumerable<Finding> OneSided(RuleFacts facts)
    {
        var sides = from leg in facts.Legs
                    where LostVlans.HostLimit(leg) is not null && leg.Path.End is not null && facts.VlansOf(leg.Path.End.Port) is { Tagged: not null, IsAccess: false }
                    let needed = leg.Uses.Select(u => u.Cell.Tagged).Aggregate(leg.HostTags, (all, set) => all.Union(set))
                    let host = LostVlans.HostLimit(leg)!.TaggedVlans!
                    let port = facts.VlansOf(leg.Path.End!.Port)
                    from side in new[] { (Vlans: host.Except(port.Tagged!).Except(needed), OnHost: true), (Vlans: port.Tagged!.Except(host).Except(needed), OnHost: false) }
                    where !side.Vlans.IsEmpty && port.Port.Mode != SwitchPortMode.TrunkAll && port.Lag?.Mode != SwitchPortMode.TrunkAll
                    group leg by side;
        foreach (var side in sides)
        {
            var (vlans, onHost) = side.Key;
            var hosts = side.Select(l => l.Host).Distinct().ToList();
            var (first, end) = (side.First(), side.First().Path.End!);
            yield return Found(onHost ? CataloguePath.Of(end.Device, end.Port, "taggedVlans") : CataloguePath.Of(first.Host.Device!, LostVlans.HostLimit(first)!, "taggedVlans"),
                $"VLAN{(vlans.Count > 1 ? "s" : "")} {vlans.ToDisplay()} {(vlans.Count > 1 ? "pass" : "passes")} {(onHost ? "the own switch" : "the switch port")} of {List(hosts.Select(h => h.Name))} and not {(onHost ? "the switch port" : "the own switch")}; nothing in the zone needs {(vlans.Count > 1 ? "them" : "it")}.", "b") with
            {
                Objects = [.. hosts.Select(h => h.Reference), new("vlan", vlans.ToDisplay())],
                Evidence = [.. side.Take(20).Select(l => $"{l.Path.ToDisplay()}: host {LostVlans.HostLimit(l)!.TaggedVlans!.ToDisplay()}, switch port {facts.VlansOf(l.Path.End!.Port).Tagged!.ToDisplay()}")],
            };
        }
    }

    // Guest sets have a rule of their own; what a guest label needs beside them is the host's own tag.
    private static VlanSet Required(LabelLeg leg) => leg.Uses.Where(u => !u.Cell.Tagged.IsEmpty && !u.Cell.Is("Guest")).Select(u => u.Cell.Tagged).Aggregate(leg.HostTags, (all, set) => all.IsEmpty || all.Equals(set) ? set : all.Union(set));

    private static IEnumerable<string> Purposes(LostVlans lost) => lost.Places[0].Leg.Uses
        .Where(u => u.Resolution.HostTag?.VlanId is { } id && lost.Missing.Contains(id) || (!u.Cell.Is("Guest") && u.Cell.Tagged.Overlaps(lost.Missing)))
        .Select(u => u.Resolution.HostTag is { VlanId: { } below } device && lost.Missing.Contains(below) ? $"{u.Cell.Traffic.Type} over {device.Name}" : u.Cell.Traffic.Type).Distinct();
}
