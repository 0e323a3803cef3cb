using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1007.</summary>
internal sealed class SecurityGroupZonesMustNotHavePublicRanges : Rule
{
    public override string Id => "CNP1007";
    public override string Title => "Security group zones must not have public ranges";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "a public range"), new("b", Warning, Advice, Meaning: "a Public traffic type without range")];
    public override string Team => "network";
    public override string Why => "With security groups instances and system VMs have addresses of a shared guest network; CloudStack refuses a public range in such a zone and never uses a Public traffic type.";
    public override string Rejected => "A zone with security groups and the public range 10.0.50.100–200.";
    public override string Accepted => "The same addresses as range of the shared guest network.";
    public override string Cure => "Give the addresses to the shared guest network instead.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not AdvancedSecurityGroupsZone)
            yield break;
        foreach (var claim in facts.Addresses.Where(a => a.Kind == "public"))
            yield return Found(claim.Path, $"The {claim.Title} would be refused: a zone with security groups has no public ranges.", "a") with { Objects = [claim.Reference] };
        foreach (var network in facts.Design.PhysicalNetworks.Where(n => n.Traffic("Public") is not null))
            yield return Found(DesignPath.Of(network, network.Traffic("Public")!), $"{network.Name} carries Public traffic, which a zone with security groups does not use.", "b");
    }
}
