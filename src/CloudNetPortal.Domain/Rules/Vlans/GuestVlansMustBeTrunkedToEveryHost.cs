using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5101.</summary>
internal sealed class GuestVlansMustBeTrunkedToEveryHost : Rule
{
    public override string Id => "CNP5101";
    public override string Title => "Guest VLANs must be trunked to every host";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "CloudStack takes any free VLAN of the set for a new guest network and may start or move an instance to any host. So every switch port towards every host has to trunk all VLANs of the set, on every leg of a bond. CloudStack never looks: the instance runs, and its packets are lost on the port that lacks the VLAN.";
    public override string Rejected => "guest-a has 500–599; sw-b1 Eth1/7, the second leg of kvm-07, allows 500–539.";
    public override string Accepted => "Both end ports of kvm-07 allow 500–599.";
    public override string Cure => "Add the missing VLANs to the documented port (one click) and to the switch with the words shown, or take them out of the guest set. What a bridge of the host that filters VLANs, or a trunk of Open vSwitch, lets through counts as well.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Practice;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~Reads.Surroundings;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var network in facts.Design.PhysicalNetworks)
        {
            var unknown = new List<LabelLeg>();
            var path = DesignPath.Of(network, "guestVlans");
            foreach (var lost in LostVlans.Find(facts, Required, unknown))
                yield return lost.Describe(facts, Found(path, ""), $"of {network.Name}", path);
            if (unknown.Count > 0)
                yield return Unverified(path, $"VLANs of {network.Name} could not be followed to {List(unknown.Select(l => l.Host.Name))}: the cabling of {List(unknown.Select(l => $"{l.Host.Name} {l.Port.Name}"))} or the VLANs of its switch port are not documented; {Verified(facts, unknown, Required)}.{SwitchWords.Upload(unknown.Select(l => l.Path.End?.Device))}") with
                {
                    Objects = [.. unknown.Select(l => l.Host.Reference).Distinct()],
                    Subjects = [.. unknown.Select(l => l.Subject)],
                };


            VlanSet Required(LabelLeg leg) => leg.Uses.Where(u => u.Cell.Network == network && u.Cell.Is("Guest")).Select(u => u.Cell.Tagged).FirstOrDefault() ?? VlanSet.Empty;
        }
    }

    /// <summary>“61 of 64 hosts verified”.</summary>
    internal static string Verified(RuleFacts facts, IEnumerable<LabelLeg> unknown, Func<LabelLeg, VlanSet> required)
    {
        var (all, open) = (facts.Legs.Where(l => !required(l).IsEmpty).Select(l => l.Host).Distinct().Count(), unknown.Select(l => l.Host).Distinct().Count());
        return $"{all - open} of {Count(all, "host")} verified";
    }
}
