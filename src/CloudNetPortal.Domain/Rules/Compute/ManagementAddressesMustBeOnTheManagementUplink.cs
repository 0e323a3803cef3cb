using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7006.</summary>
internal sealed class ManagementAddressesMustBeOnTheManagementUplink : Rule
{
    public override string Id => "CNP7006";
    public override string Title => "Management addresses must be on the management uplink";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "compute";
    public override string Why => "CloudStack talks to the logical host over the address it was added with, and puts the system VMs of the pod on the device of the Management label. When the two are different wires, agents connect and system VMs do not, or the other way round.";
    public override string Rejected => "The address CloudStack adds kvm-01 with is on wlo1, the Management label is cloudbr0.";
    public override string Accepted => "The address is on cloudbr0.";
    public override string Cure => "Move the address onto the bridge of the Management label, or say that the pod's management is routed.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var row in facts.LabelRows.Where(r => r.Cell.Is("Management") && r.Cell.Hypervisor.Key is "KVM" or "XenServer" && r.Cell.Label is not null))
        {
            var elsewhere = (from label in row.Found
                             let host = label.Host
                             where !host.Pod.RoutedManagement && host.ManagementAddress is not null
                             let bearer = CatalogueIndex.AddressesOf(host.Device!).Where(a => a.Address == host.ManagementAddress).Select(a => a.Port).FirstOrDefault()
                             // A VLAN on top of the bridge is told by the rule for that; XenServer keeps the address on the PIF below the network.
                             where bearer is not null && bearer.ParentId != label.Target!.Id && bearer != label.Target && !(row.Cell.Hypervisor.Key == "XenServer" && (bearer == label.Uplink || bearer == label.VlanBelow || label.Legs.Contains(bearer)))
                             select (host, bearer, below: bearer.BridgeId == label.Target!.Id)).ToList();
            var silent = row.Found.Select(l => l.Host).Where(h => !h.Pod.RoutedManagement && h.ManagementAddress is { } address && !CatalogueIndex.AddressesOf(h.Device!).Any(a => a.Address == address)).ToList();
            if (silent.Count > 0)
                yield return Unverified(row.Cell.Path, $"Whether the management {(silent.Count == 1 ? "address" : "addresses")} of {List(silent.Select(h => $"{h.Name} ({h.ManagementAddress})"))} {(silent.Count == 1 ? "is" : "are")} on {row.Cell.Label} is not known: no interface is documented with {(silent.Count == 1 ? "it" : "them")}; {row.Found.Count() - silent.Count} of {row.Found.Count()} hosts verified.") with { Objects = [.. silent.Select(h => h.Reference)] };
            foreach (var group in elsewhere.GroupBy(e => e.bearer.Name))
                yield return Found(row.Cell.Path, $"{List(group.Select(g => $"{g.host.Name} ({g.host.ManagementAddress})"))} {(group.Count() == 1 ? "has its" : "have their")} management address on {group.Key}, {(group.All(g => g.below) ? $"a port of the label bridge {row.Cell.Label}: the bridge takes what arrives there, so the address belongs on the bridge" : $"the Management label is {row.Cell.Label}")}.") with
                {
                    Objects = [.. group.Select(g => g.host.Reference), .. group.Select(g => new ObjectRef("nic", $"{g.host.Name} {g.bearer.Name}", CataloguePath.Of(g.host.Device!, g.bearer)))],
                    Evidence = [.. group.Take(20).Select(g => $"{g.host.Name} {g.bearer.Name}: {g.host.ManagementAddress}")],
                    Fixes = group.All(g => g.below) ? [] : [.. group.Select(g => g.host.Pod).Distinct().Select(p => new Fix($"The management of pod {p.Name} is routed", [FieldEdit.Switch(DesignPath.Of(p, "routedManagement"), false, true)]))],
                };
        }
    }
}
