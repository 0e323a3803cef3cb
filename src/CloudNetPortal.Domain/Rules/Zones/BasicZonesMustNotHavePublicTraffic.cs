using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Traffic;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1006.</summary>
internal sealed class BasicZonesMustNotHavePublicTraffic : Rule
{
    public override string Id => "CNP1006";
    public override string Title => "Basic zones must not have public traffic";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "A basic zone has one guest network and no public one; instances and system VMs have addresses of the guest network. CloudStack accepts a needless Public traffic type and never uses it, unless the guest offering has elastic addresses and elastic load balancing of a Netscaler.";
    public override string Rejected => "A basic zone with Public traffic and an offering without elastic addresses.";
    public override string Accepted => "A basic zone with Management, Guest and Storage only.";
    public override string Cure => "Remove the Public traffic type (one click) and the public ranges.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Practice;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestNetworks | Reads.PublicRanges | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        if (facts.Kind is not BasicZone || design.GuestNetworks.Exists(g => IsElastic(facts, g.Offering)))
            yield break;
        foreach (var network in design.PhysicalNetworks)
            if (network.Traffic("Public") is { } traffic)
            {
                var path = DesignPath.Of(network, traffic);
                yield return Found(path, $"{network.Name} carries Public traffic, which a basic zone does not use.") with { Fixes = [new("Remove Public", [new FieldEdit(path, new DesignTree(DesignJson.ToTree(design)).Get(path)?.DeepClone(), null)])] };
            }
        if (design.PublicRanges.Count > 0)
            yield return Found("publicRanges", $"The basic zone has {Count(design.PublicRanges.Count, "public range")}; instances take their addresses from the guest ranges of the pods.");
    }

    // As read from the cloud: elastic addresses and load balancing of a Netscaler. Of an offering nobody has read the name tells, and the provider it needs.
    private static bool IsElastic(RuleFacts facts, string offering) => KnownOfferings.Find(facts, offering) is { } known
        ? known.Services.Any(s => (s.Key.Equals("StaticNat", StringComparison.OrdinalIgnoreCase) || s.Key.Equals("Lb", StringComparison.OrdinalIgnoreCase)) && s.Value.Contains("Netscaler", StringComparer.OrdinalIgnoreCase))
        : offering.Contains("EIP", StringComparison.OrdinalIgnoreCase) || facts.Design.PhysicalNetworks.Exists(n => n.Providers.Exists(p => p.Name.Equals("Netscaler", StringComparison.OrdinalIgnoreCase)));
}
