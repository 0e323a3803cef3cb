using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6301.</summary>
internal sealed class UplinksShouldBeBonded : Rule
{
    public override string Id => "CNP6301";
    public override string Title => "Uplinks should be bonded";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Off)];
    public override string Team => "network";
    public override string Why => "With one NIC below a label, one cable, one transceiver or one switch port stops that traffic on the host: instances lose their network, or CloudStack declares the host dead.";
    public override string Rejected => "cloudbr1 stands on eno2 only.";
    public override string Accepted => "cloudbr1 stands on bond1 (eno2, eno4).";
    public override string Cure => "Bond it with a spare NIC of the host.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~Reads.PortMtu;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in facts.LabelRows.SelectMany(r => r.Found.Select(f => (r.Cell, Resolution: f))).Where(x => x.Resolution.Legs.Count == 1).GroupBy(x => (x.Cell.Hypervisor, x.Resolution.Label)))
        {
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            yield return Found(group.First().Cell.Path, $"{group.Key.Label} stands on a single NIC on {List(hosts.Select(h => $"{h.Name} ({group.First(g => g.Resolution.Host == h).Resolution.Legs[0].Name})"))}: {List(group.Select(g => g.Cell.Traffic.Type))} {(group.Select(g => g.Cell.Traffic.Type).Distinct().Count() == 1 ? "stops" : "stop")} with one cable.") with
            {
                Objects = [.. hosts.Select(h => h.Reference)],
                Fixes = [new("Bond a spare NIC", Manual: string.Join("\n", hosts.Take(20).Select(h => Words(facts, h, group.First(g => g.Resolution.Host == h).Resolution))))],
            };
        }
    }

    private static string Words(RuleFacts facts, HostFacts host, LabelResolution label) => FreePorts.Spare(facts, host.Device!).Select(p => p.Name).ToList() is { Count: > 0 } spare
        ? $"{host.Name}: put {label.Legs[0].Name} and {spare[0]} into a bond below {label.Label}{(spare.Count > 1 ? $" (also spare: {List(spare.Skip(1))})" : "")}"
        : $"{host.Name}: no NIC is spare; build one in, or share the bond of another label";
}
