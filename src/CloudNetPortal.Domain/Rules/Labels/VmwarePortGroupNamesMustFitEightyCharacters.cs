using System.Globalization;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3305.</summary>
internal sealed class VmwarePortGroupNamesMustFitEightyCharacters : Rule
{
    public override string Id => "CNP3305";
    public override string Title => "VMware port group names must fit eighty characters";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "compute";
    public override string Why => "CloudStack names a port group after traffic, VLAN, rate and switch: cloud.guest.1741.200.1-dvSwitch1. vCenter takes 80 characters; CloudStack only writes a warning into its log.";
    public override string Rejected => "A switch name of 60 characters, or an L2 network with the VLAN list 1741-1760,1800-1820.";
    public override string Accepted => "cloud.guest.1741.200.1-dvSwitch1.";
    public override string Cure => "Take a shorter switch name or VLAN list. The rate counts with the default of 200 Mbit/s, because a design holds no rates.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var cell in facts.Cells.Where(c => c.Hypervisor.Key == "VMware"))
        {
            if (!VmwareLabel.TryParse(cell.Label, out var label, out _))
                continue;
            // The VLAN text of an L2 network counts in full, as typed; “untagged” is longer than any one VLAN.
            var typed = cell.Is("Guest") ? facts.Design.GuestNetworks.Where(g => CellSets.NetworkOf(facts.Design, g) == cell.Network && (!string.IsNullOrWhiteSpace(g.Vlan) || CellSets.IsUntagged(g))).Select(g => g.Vlan)
                : cell.Is("Public") ? facts.Design.PublicRanges.Select(r => r.Vlan)
                : cell.Is("Storage") && label.Vlan is null ? facts.Design.Pods.SelectMany(p => p.StorageRanges.Select(r => r.Vlan)) : [];
            var vlan = typed.Select(v => CellSets.IsUntagged(v) ? "untagged" : CellSets.VlanOf(v)?.ToString(CultureInfo.InvariantCulture) ?? v!.Trim()).Append(cell.Tagged.IsEmpty ? "untagged" : $"{cell.Tagged.Highest}").MaxBy(t => t.Length)!;
            var name = $"cloud.{(cell.Is("Management") ? "private" : cell.Traffic.Type.ToLowerInvariant())}.{vlan}.{(cell.Is("Guest") || cell.Is("Public") ? "200" : "0")}.1-{label.Switch}";
            if (name.Length > 80)
                yield return Found(cell.Path, $"The port group {name} has {name.Length} characters; vCenter takes 80.") with { Fixes = [Fix.Ask("Use a shorter switch name", "Label", cell.Path, cell.Label, cell.Label ?? "", $"switch,vlan,type; the name of the switch has to lose {name.Length - 80} characters, in vCenter as well.")], Objects = [new("network", cell.Network.Name, cell.Path)], Evidence = [$"{name}: {name.Length} characters"] };
        }
    }
}
