using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.TrafficTypes;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2001.</summary>
internal sealed class SystemTrafficMustBeOnOnePhysicalNetwork : Rule
{
    public override string Id => "CNP2001";
    public override string Title => "System traffic must be on one physical network";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "Management, Public and Storage exist once in a zone: system VMs have one NIC of each. Only Guest may be on several physical networks, for links to a network outside CloudStack, for one customer, or for faster NICs.";
    public override string Rejected => "Public on mgmt-net and on guest-a.";
    public override string Accepted => "Public on guest-a only; Guest on both.";
    public override string Cure => "Decide which physical network keeps it and remove the other.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Networks | Reads.Labels;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var all = facts.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes.Select(t => (Network: n, Traffic: t))).ToList();
        foreach (var (network, traffic) in all.Where(t => TrafficKind.Find(t.Traffic.Type) is null))
            yield return Found(DesignPath.Of(network, traffic, "type"), $"“{traffic.Type}” on {network.Name} is no traffic type; there are {string.Join(", ", TrafficKind.All.Select(k => k.Key))}.");
        foreach (var twins in all.GroupBy(t => (t.Network, Type: t.Traffic.Type.ToUpperInvariant())).Where(g => g.Count() > 1))
            yield return Found(DesignPath.Of(twins.Key.Network, twins.Last().Traffic), $"{twins.Last().Traffic.Type} stands {twins.Count()} times on {twins.Key.Network.Name}; a physical network carries each traffic type once.") with { Fixes = [new("Remove the last one", Zones.Removals.Of(facts.Design, [DesignPath.Of(twins.Key.Network, twins.Last().Traffic)]))] };
        foreach (var kind in TrafficKind.All.Where(k => k.OnlyOncePerZone))
        {
            var carriers = all.Where(t => string.Equals(t.Traffic.Type, kind.Key, StringComparison.OrdinalIgnoreCase)).DistinctBy(t => t.Network).ToList();
            if (carriers.Count > 1)
                yield return Found(DesignPath.Of(carriers[1].Network, carriers[1].Traffic), $"{kind.Key} is on {List(carriers.Select(c => c.Network.Name))}; only one physical network of a zone may carry it.") with
                {
                    Objects = [.. carriers.Select(c => new ObjectRef("network", c.Network.Name, DesignPath.Of(c.Network, c.Traffic)))],
                    Fixes = [.. Fix.Choose($"Choose who keeps {kind.Key}", carriers.Select(keeps => new Fix($"{keeps.Network.Name} keeps it", Zones.Removals.Of(facts.Design, carriers.Where(c => c != keeps).Select(c => DesignPath.Of(c.Network, c.Traffic))))))],
                };
        }
    }
}
