using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3304.</summary>
internal sealed class VmwareSwitchTypesMustSuitTheTraffic : Rule
{
    public override string Id => "CNP3304";
    public override string Title => "VMware switch types must suit the traffic";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "Guest and Public of two types, which addCluster refuses"), new("b", Error, Error, Meaning: "a Nexus switch for Management or Storage, which fails when a NIC is plugged")];
    public override string Team => "compute";
    public override string Why => "addCluster refuses a physical network whose Guest and Public labels name switches of different types; a Nexus switch cannot carry Management or Storage.";
    public override string Rejected => "guest-a: Guest on vmwaredvs, Public on vmwaresvs.";
    public override string Accepted => "Both on vmwaredvs.";
    public override string Cure => "Use switches of one type for both.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.Host;
    public override Reads Reads => Reads.Networks | Reads.Labels | Reads.Clusters;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var cells = facts.Cells.Where(c => c.Hypervisor.Key == "VMware").Select(c => (Cell: c, Good: VmwareLabel.TryParse(c.Label, out var label, out _), Label: label)).Where(c => c.Good).ToList();
        foreach (var network in cells.GroupBy(c => c.Cell.Network))
        {
            var (guest, pub) = (network.FirstOrDefault(c => c.Cell.Is("Guest")), network.FirstOrDefault(c => c.Cell.Is("Public")));
            if (guest.Good && pub.Good && guest.Label.Type != pub.Label.Type)
                yield return Found(pub.Cell.Path, $"On {network.Key.Name} Guest uses a switch of type {guest.Label.Type} and Public one of type {pub.Label.Type}; both must have one type.", "a") with
                {
                    Objects = [new("network", network.Key.Name, pub.Cell.Path)], Evidence = [$"Guest: {guest.Cell.Label}", $"Public: {pub.Cell.Label}"],
                    Fixes = [.. Fix.Choose("Choose the type for both", new[] { (Keeps: guest, Moves: pub), (Keeps: pub, Moves: guest) }.Where(c => c.Keeps.Label.Type != "nexusdvs").Select(c => new Fix($"{c.Keeps.Label.Type}, as {c.Keeps.Cell.Traffic.Type} has it", [FieldEdit.Text(c.Moves.Cell.Path, c.Moves.Cell.Label, WithType(c.Moves.Cell.Label!, c.Keeps.Label.Type))])))],
                };
        }
        foreach (var (cell, _, _) in cells.Where(c => c.Label.Type == "nexusdvs" && (c.Cell.Is("Management") || c.Cell.Is("Storage"))))
            yield return Found(cell.Path, $"{cell.Traffic.Type} cannot use a Nexus switch (“{cell.Label}”) on {cell.Network.Name}.", "b") with { Objects = [new("network", cell.Network.Name, cell.Path)] };
    }

    // switch,vlan,type: the third field.
    private static string WithType(string label, string type) => label.Split(',') is [var name, var vlan, ..] ? $"{name},{vlan},{type}" : $"{label},,{type}";
}
