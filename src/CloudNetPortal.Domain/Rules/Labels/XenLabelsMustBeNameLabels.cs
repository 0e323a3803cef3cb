using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3201.</summary>
internal sealed class XenLabelsMustBeNameLabels : Rule
{
    public override string Id => "CNP3201";
    public override string Title => "XenServer labels must be name-labels";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "a bridge or device name"),
        new("b", Warning, Advice, Meaning: "several networks of that name-label, one of them with a NIC on the host"),
        new("c", Error, Error, Meaning: "several networks of that name-label, none or several with a NIC: the oldest is taken"),
    ];
    public override string Team => "compute";
    public override string Why => "On XenServer and XCP-ng a label is the name-label of a network, the name people see, never its bridge (xenbr0) or its NIC (eth0). The host is refused when it connects.";
    public override string Rejected => "Label “xenbr0”.";
    public override string Accepted => "Label “cloud-private”, the name-label of the network on xenbr0.";
    public override string Cure => "Take the name-label behind that bridge (one click).";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Guest and Public often share a label: one name, one finding.
        foreach (var group in facts.LabelRows.Where(r => r.Cell.Hypervisor is XenServer && r.Cell.Label is not null).GroupBy(r => r.Cell.Label!))
        {
            var (row, label) = (group.First(), group.Key);
            var cells = string.Join("; ", group.Select(r => $"{r.Cell.Traffic.Type} on {r.Cell.Network.Name}"));
            var wrong = row.Missing.Where(r => r.IsWrongKind).ToList();
            if (wrong.Count > 0)
            {
                var names = wrong.Select(w => w.NearName).OfType<string>().Distinct().ToList();
                yield return Found(row.Cell.Path, $"Label {label} ({cells}, XenServer) is a bridge or NIC of {List(wrong.Select(w => w.Host.Name))}, not the name-label of a network.", "a") with
                {
                    Objects = [.. wrong.Select(w => w.Host.Reference)],
                    Subjects = [.. wrong.Select(w => $"label:{w.Label}@{w.Host.Host.Id}")],
                    Fixes = names.Count == 1 ? [new Fix($"Use “{names[0]}”", [.. group.Select(r => FieldEdit.Text(r.Cell.Path, label, names[0]))])] : [],
                };
            }
            var several = row.Resolutions.Where(r => r.Host.Device is not null).Select(r => (r.Host, Networks: r.Host.Device!.Interfaces.FindAll(i => XenServerLabels.NameLabelOf(i) == label))).Where(h => h.Networks.Count > 1)
                .Select(h => (h.Host, h.Networks, Wired: h.Networks.Count(n => XenServerLabels.HasNic(n, facts.Catalogue)))).ToList();
            foreach (var hosts in several.GroupBy(s => s.Wired == 1))
                yield return Found(row.Cell.Path, $"{List(hosts.Select(s => s.Host.Name))} {(hosts.Count() == 1 ? "has" : "have")} several networks named {label} ({cells}); "
                    + (hosts.Key ? "CloudStack takes the one with a NIC on the host." : $"{(hosts.All(h => h.Wired == 0) ? "none" : "not just one")} of them has a NIC on the host, so CloudStack takes the oldest."), hosts.Key ? "b" : "c") with
                {
                    Objects = [.. hosts.Select(s => s.Host.Reference)],
                    Subjects = [.. hosts.Where(h => h.Wired == 0).Select(h => $"label:{label}@{h.Host.Host.Id}")],
                    Evidence = [.. hosts.Take(20).Select(h => $"{h.Host.Name}: {string.Join(", ", h.Networks.Select(n => $"{n.Name} {(XenServerLabels.HasNic(n, facts.Catalogue) ? "with" : "without")} a NIC"))}")],
                };
        }
    }
}
