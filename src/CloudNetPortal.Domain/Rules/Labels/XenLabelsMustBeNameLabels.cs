using CloudNetPortal.Domain.Catalogue.Ports;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3201.</summary>
internal sealed class XenLabelsMustBeNameLabels : Rule
{
    public override string Id => "CNP3201";
    public override string Title => "XenServer labels must be name-labels";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Error, Meaning: "a bridge or device name"), new("b", Warning, Warning, Meaning: "several networks of that name-label")];
    public override string Team => "compute";
    public override string Why => "On XenServer and XCP-ng a label is the name-label of a network, the name people see, never its bridge (xenbr0) or its NIC (eth0). The host is refused when it connects.";
    public override string Rejected => "Label “xenbr0”.";
    public override string Accepted => "Label “cloud-private”, the name-label of the network on xenbr0.";
    public override string Cure => "Take the name-label behind that bridge (one click).";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var row in facts.LabelRows.Where(r => r.Cell.Hypervisor.Key == "XenServer" && r.Cell.Label is not null))
        {
            var wrong = row.Missing.Where(r => r.IsWrongKind).ToList();
            if (wrong.Count > 0)
            {
                var names = wrong.Select(w => w.NearName).OfType<string>().Distinct().ToList();
                yield return Found(row.Cell.Path, $"Label {row.Cell.Label} ({row.Cell.Title}) is a bridge or NIC of {List(wrong.Select(w => w.Host.Name))}, not the name-label of a network.", "a") with
                {
                    Objects = [.. wrong.Select(w => w.Host.Reference)],
                    Subjects = [.. wrong.Select(w => $"label:{w.Label}@{w.Host.Host.Id}")],
                    Fixes = names.Count == 1 ? [Set($"Use “{names[0]}”", row.Cell.Path, row.Cell.Label, names[0])] : [],
                };
            }
            var several = row.Found.Where(r => r.Host.Device!.Interfaces.Count(i => i.Kind == InterfaceKind.XenNetwork && i.NameLabel == r.Label) > 1).ToList();
            if (several.Count > 0)
                yield return Found(row.Cell.Path, $"{List(several.Select(s => s.Host.Name))} {(several.Count == 1 ? "has" : "have")} several networks named {row.Cell.Label}; CloudStack takes the one with a NIC on the host, else the oldest.", "b") with { Objects = [.. several.Select(w => w.Host.Reference)] };
        }
    }
}
