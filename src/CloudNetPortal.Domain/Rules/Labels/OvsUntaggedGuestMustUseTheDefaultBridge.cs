using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3122.</summary>
internal sealed class OvsUntaggedGuestMustUseTheDefaultBridge : KvmRule
{
    public override string Id => "CNP3122";
    public override string Title => "OVS untagged guest must use the default bridge";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Why => "With Open vSwitch an untagged guest NIC always goes to guest.network.device of the host, whatever the label of its physical network says. That device was set from one of the Guest labels when the host was added; with several different labels, which one is not in the design.";
    public override string Rejected => "Open vSwitch, guest-a on cloudbr1, guest-b on cloudbr2, an untagged network on guest-a.";
    public override string Accepted => "One Guest label for all physical networks; or no untagged guest network.";
    public override string Cure => "Give all physical networks one Guest label, or the network a VLAN.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.GuestNetworks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var hosts = facts.Hosts.Where(h => h.UsesOpenVSwitch && h.Hypervisor?.Key == "KVM").ToList();
        var cells = facts.Cells.Where(c => c.Hypervisor.Key == "KVM" && c.Is("Guest") && c.Label is not null).ToList();
        if (hosts.Count == 0 || cells.Select(c => c.Label).Distinct().Count() < 2)
            yield break;
        foreach (var network in facts.Design.GuestNetworks.Where(CellSets.IsUntagged))
        {
            var own = cells.Find(c => c.Network == CellSets.NetworkOf(facts.Design, network));
            yield return Found(own?.Path ?? cells[0].Path, $"Guest network {network.Name} is untagged, and the Guest labels differ ({string.Join("; ", cells.Select(c => $"{c.Network.Name}: {c.Label}"))}): on {List(hosts.Select(h => h.Name))} with Open vSwitch it lands on the label that was last when the host was added{(own is null ? "" : $", not surely on {own.Label}")}.") with
            {
                Objects = [new("network", network.Name, DesignPath.Of(network)), .. hosts.Select(h => h.Reference)],
                Fixes = [.. Fix.Choose("Choose the Guest label for all", cells.Select(c => c.Label!).Distinct().OrderByDescending(l => l == own?.Label).Select(label => new Fix($"{label} everywhere", [.. cells.Where(c => c.Label != label).Select(c => FieldEdit.Text(c.Path, c.Label, label))])))],
            };
        }
    }
}
