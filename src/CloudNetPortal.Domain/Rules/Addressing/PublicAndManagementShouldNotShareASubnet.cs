using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4010.</summary>
internal sealed class PublicAndManagementShouldNotShareASubnet : Rule
{
    public override string Id => "CNP4010";
    public override string Title => "Public and management should not share a subnet";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "security";
    public override string Why => "Public traffic has to reach the physical host, but never the logical host. In one subnet with Management, tenants' public addresses stand beside the hypervisors themselves. CloudStack accepts it, and quick-start layouts do it.";
    public override string Rejected => "Pod and public range both in 172.16.10.0/24.";
    public override string Accepted => "Pod 172.16.10.0/24, public range in 203.0.113.0/24.";
    public override string Cure => "Give public addresses a subnet and a VLAN of their own.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Judgement;
    public override Reads Reads => Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var pub in facts.Addresses.Where(a => a.Kind == "public"))
            foreach (var pod in facts.Addresses.Where(a => a.Kind == "management" && a.Subnet is { } m && pub.Subnet is { } p && m.Overlaps(p)).DistinctBy(a => a.Pod))
                yield return Found($"{pub.Path}/gateway", $"The {pub.Title} lies in {pub.Subnet}, the management subnet {pod.Owner}: tenants' addresses beside the hypervisors.") with { Objects = [pub.Reference, pod.Reference] };
    }
}
