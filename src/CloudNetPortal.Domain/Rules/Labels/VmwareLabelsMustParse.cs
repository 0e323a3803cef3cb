using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3301.</summary>
internal sealed class VmwareLabelsMustParse : Rule
{
    public override string Id => "CNP3301";
    public override string Title => "VMware labels must parse";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "compute";
    public override string Why => "A VMware label is switch, VLAN and type, separated by commas. addTrafficType stores any text; it is read only when the cluster is added or a NIC is plugged, and fails there. A bare name means a standard vSwitch, even when a distributed one has that name.";
    public override string Rejected => "“dvSwitch0,,vmwaredvs,x”; “vSwitch0,abc”.";
    public override string Accepted => "“dvSwitch0,,vmwaredvs”; “vSwitch0,200”.";
    public override string Cure => "Write switch[,vlan[,type]] with type vmwaresvs, vmwaredvs or nexusdvs.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Server;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var cell in facts.Cells.Where(c => c.Hypervisor.Key == "VMware" && c.Label is not null))
        {
            if (VmwareLabel.TryParse(cell.Label, out _, out var problem))
                continue;
            var fields = cell.Label!.Split(',').Select(f => f.Trim()).ToArray();
            var proposal = string.Join(',', fields.Take(3).Select((f, i) => i == 1 && !f.All(char.IsAsciiDigit) ? "" : i == 2 && !VmwareLabel.Types.Contains(f.ToLowerInvariant()) ? "vmwaredvs" : f)).TrimEnd(',');
            yield return Found(cell.Path, $"“{cell.Label}” ({cell.Title}) is no VMware label: {problem}.") with
            {
                Subjects = [.. facts.HostsOf(cell.Hypervisor).Select(h => $"label:{cell.Label}@{h.Host.Id}")],
                Fixes = VmwareLabel.TryParse(proposal, out _, out _) ? [Set($"Use “{proposal}”", cell.Path, cell.Label, proposal)] : [],
            };
        }
    }
}
