using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3005.</summary>
internal sealed class PrivateGatewayLabelsMustAgree : Rule
{
    public override string Id => "CNP3005";
    public override string Title => "Private gateway labels must agree";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "network";
    public override string Why => "The NIC of a VPC private gateway looks up its label without a traffic type and takes whichever row of the physical network comes first. With different labels it may end on the wrong bridge, on one host or after one change.";
    public override string Rejected => "guest-a: Guest cloudbr1, Public cloudbr2, private gateways planned.";
    public override string Accepted => "Both cloudbr1; or Public on another physical network.";
    public override string Cure => "Give all traffic types of the physical network one label, or move the others to another physical network. A design says that private gateways are planned on a physical network with “private gateways”.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Networks | Reads.Labels | Reads.Clusters;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in facts.Cells.Where(c => c.Network.PrivateGatewaysPlanned && c.Label is not null).GroupBy(c => (c.Network, c.Hypervisor)))
        {
            // “a,,vmwaredvs” and “a, ,VMwareDVS” are one label.
            var labels = group.GroupBy(c => c.Hypervisor.Key == "VMware" && VmwareLabel.TryParse(c.Label, out var parsed, out _) ? parsed.ToString() : c.Label!).ToList();
            if (labels.Count < 2)
                continue;
            var guest = group.FirstOrDefault(c => c.Is("Guest"));
            yield return Found((guest ?? group.First()).Path, $"Private gateways are planned on {group.Key.Network.Name}, whose {group.Key.Hypervisor.Title} labels differ ({string.Join("; ", labels.Select(l => $"{string.Join(", ", l.Select(c => c.Traffic.Type))}: {l.Key}"))}): which one a gateway gets is chance.") with
            {
                Objects = [new("network", group.Key.Network.Name, DesignPath.Of(group.Key.Network))],
                Fixes = [.. Fix.Choose("Choose the label for all", labels.Select(l => l.Key).OrderByDescending(l => l == guest?.Label).Select(label => new Fix($"{label} for all", [.. group.Where(c => c.Label != label).Select(c => FieldEdit.Text(c.Path, c.Label, label))]) { Note = $"as {List(group.Where(c => c.Label == label).Select(c => c.Traffic.Type))} has it" }))],
            };
        }
    }
}
