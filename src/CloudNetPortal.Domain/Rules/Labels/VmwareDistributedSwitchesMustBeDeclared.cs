using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3302.</summary>
internal sealed class VmwareDistributedSwitchesMustBeDeclared : Rule
{
    public override string Id => "CNP3302";
    public override string Title => "VMware distributed switches must be declared";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "compute";
    public override string Why => "A VMware label without type means a standard vSwitch of that name. When the switch is a distributed one, CloudStack does not find it; the other way round neither.";
    public override string Rejected => "“dvSwitch0,200” where dvSwitch0 is distributed.";
    public override string Accepted => "“dvSwitch0,200,vmwaredvs”.";
    public override string Cure => "Set the type of the switch as third field (one click).";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var row in facts.LabelRows.Where(r => r.Cell.Hypervisor.Key == "VMware"))
        {
            if (!VmwareLabel.TryParse(row.Cell.Label, out var label, out _))
                continue;
            // A switch of which nobody documented what it is is not good by that.
            var silent = row.Found.Where(r => r.Target!.IsDistributed is null).ToList();
            if (silent.Count > 0)
                yield return Unverified(row.Cell.Path, $"Whether {label.Switch} is a standard or a distributed switch on {List(silent.Select(s => s.Host.Name))} is not documented; “{row.Cell.Label}” means a {(label.IsDistributed ? "distributed" : "standard")} one. Document it on the switch of the host.") with { Objects = [.. silent.Select(s => s.Host.Reference)] };
            var wrong = row.Found.Where(r => r.Target!.IsDistributed is { } distributed && distributed != label.IsDistributed).ToList();
            if (wrong.Count == 0)
                continue;
            var right = (label with { Type = label.IsDistributed ? "vmwaresvs" : "vmwaredvs" }).ToString();
            yield return Found(row.Cell.Path, $"{label.Switch} is a {(label.IsDistributed ? "standard" : "distributed")} switch on {List(wrong.Select(w => w.Host.Name))}, but “{row.Cell.Label}” means a {(label.IsDistributed ? "distributed" : "standard")} one.") with
            {
                Objects = [.. wrong.Select(w => w.Host.Reference)],
                Fixes = [Set($"Use “{right}”", row.Cell.Path, row.Cell.Label, right)],
            };
        }
    }
}
