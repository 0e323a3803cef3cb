using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5102.</summary>
internal sealed class SystemVlansMustBeTrunkedToEveryHost : Rule
{
    public override string Id => "CNP5102";
    public override string Title => "System VLANs must be trunked to every host";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "System VMs and virtual routers may start on any host of the zone, so the VLANs of Public and Storage, and those the host itself has below its bridges (bond0.100 under cloudbr0), have to be trunked to every host as well. CloudStack never looks at the switch.";
    public override string Rejected => "Public VLAN 50 is missing on the switch ports of kvm-02.";
    public override string Accepted => "VLAN 50 is allowed on all end ports.";
    public override string Cure => "Add the missing VLANs to the documented port (one click) and to the switch with the words shown.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Practice;
    public override Reads Reads => Reads.Legs | Reads.Tagged;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var unknown = new List<LabelLeg>();
        foreach (var lost in LostVlans.Find(facts, Required, unknown))
            yield return lost.Describe(facts, Found("", ""), $"({string.Join(", ", Purposes(lost))})", null);
        if (unknown.Count > 0)
            yield return Unverified("", $"VLANs of Public, Storage and of the hosts' own bridges could not be followed to {List(unknown.Select(l => l.Host.Name))}: cabling or the VLANs of the switch ports are not documented.") with
            {
                Objects = [.. unknown.Select(l => l.Host.Reference).Distinct()],
                Subjects = [.. unknown.Select(l => l.Subject)],
            };
    }

    // Guest sets have a rule of their own; what a guest label needs beside them is the host's own tag.
    private static VlanSet Required(LabelLeg leg) => leg.Uses.Where(u => !u.Cell.Tagged.IsEmpty && !u.Cell.Is("Guest")).Select(u => u.Cell.Tagged).Aggregate(leg.HostTags, (all, set) => all.IsEmpty || all.Equals(set) ? set : all.Union(set));

    private static IEnumerable<string> Purposes(LostVlans lost) => lost.Places[0].Leg.Uses
        .Where(u => u.Resolution.HostTag?.VlanId is { } id && lost.Missing.Contains(id) || (!u.Cell.Is("Guest") && u.Cell.Tagged.Overlaps(lost.Missing)))
        .Select(u => u.Resolution.HostTag is { VlanId: { } below } device && lost.Missing.Contains(below) ? $"{u.Cell.Traffic.Type} over {device.Name}" : u.Cell.Traffic.Type).Distinct();
}
