using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3102.</summary>
internal sealed class KvmDerivedNamesMustFitFifteenCharacters : KvmRule
{
    public override string Id => "CNP3102";
    public override string Title => "KVM derived names must fit fifteen characters";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Why => "For every VLAN the agent makes a bridge named br, the uplink, a hyphen and the VLAN. Linux allows 15 characters, so an uplink may have eight with four-digit VLANs and nine with three-digit ones. Nothing tells before the first network with such a VLAN starts on the host.";
    public override string Rejected => "Uplink ens1f0np0 and guest VLANs 1900–1999: brens1f0np0-1999 has 16 characters.";
    public override string Accepted => "The same uplink with VLANs 500–599 (15 characters), or bond0 with 1900–1999.";
    public override string Cure => "Put the NIC into a bond, rename it, or take VLANs below 1000.";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs | Reads.Tagged | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in Native(facts).Where(n => !n.Cell.Tagged.IsEmpty).Select(n => (n.Cell, n.Resolution, Uplink: Uplink(facts, n.Resolution))).Where(n => n.Uplink is not null)
            .Select(n => (n.Cell, n.Resolution, Uplink: n.Uplink!, Vlan: n.Cell.Tagged.Highest, Name: $"br{n.Uplink!.Name}-{n.Cell.Tagged.Highest}"))
            .Where(n => n.Name.Length > 15).GroupBy(n => (n.Cell.Label, n.Name)))
        {
            var first = group.First();
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            yield return Found(first.Cell.Path, $"VLAN {first.Vlan} on {List(hosts.Select(h => h.Name))} gives the bridge name {first.Name}: {first.Name.Length} characters, Linux allows 15. The first {first.Cell.Traffic.Type.ToLowerInvariant()} network with such a VLAN would fail there.") with
            {
                Objects = [.. hosts.Select(h => h.Reference)],
                Evidence = [$"br{first.Uplink.Name}-{first.Vlan}: {first.Name.Length} characters"],
                Fixes = [.. Shorter(facts, first.Cell), new("Use a bond with a short name", Manual: $"nmcli con add type bond con-name bond1 ifname bond1 bond.options mode=active-backup\nnmcli con add type ethernet ifname {first.Uplink.Name} controller bond1 port-type bond\nthen put bond1 under {first.Cell.Label} instead of {first.Uplink.Name}")],
            };
        }
    }

    // A VLAN below 1000 has three digits: the name is one character shorter.
    private static IEnumerable<Fix> Shorter(RuleFacts facts, LabelCell cell)
    {
        var set = CellSets.GuestSet(cell.Network);
        var wide = set.Intersect(VlanSet.Of([new VlanRange(1000, 4094)]));
        if (!cell.Is("Guest") || wide.IsEmpty || !CellSets.UsesVlans(cell.Network))
            return [];
        var path = DesignPath.Of(cell.Network, "guestVlans");
        var kept = set.Except(wide);
        var block = FreeVlans.Block(FreeVlans.Of(facts).Intersect(VlanSet.Of([new VlanRange(2, 999)])), (int)Math.Min(wide.Count, 900));
        return Fix.Choose("Take VLANs below 1000",
        [
            .. block is null ? [] : new[] { new Fix($"{block.ToDisplay()} in place of {wide.ToDisplay()}", [FieldEdit.Text(path, cell.Network.GuestVlans, kept.Union(block).ToString())]) { Note = "nobody has them; the switch ports have to carry them as well" } },
            .. kept.IsEmpty ? [] : new[] { new Fix($"Give up {wide.ToDisplay()}", [FieldEdit.Text(path, cell.Network.GuestVlans, kept.ToString())]) { Note = $"{kept.Count} VLANs stay" } },
            FreeVlans.Own(cell.Network, path),
        ]);
    }

    // A device whose name the agent does not know is renamed in the end (CNP3101): worth saying at once that it is too long as well.
    private static Interface? Uplink(RuleFacts facts, LabelResolution label) => label.Uplink
        ?? (label.Members is [{ Kind: InterfaceKind.Bond or InterfaceKind.Physical or InterfaceKind.Vlan } only] ? (only.Kind == InterfaceKind.Vlan ? facts.Catalogue.Port(only.ParentId) : only) : null);
}
