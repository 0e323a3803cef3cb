using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3001.</summary>
internal sealed class EveryTrafficTypeMustHaveALabel : Rule
{
    public override string Id => "CNP3001";
    public override string Title => "Every traffic type must have a label";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Warning, Meaning: "CloudStack would guess"), new("b", Advice, Advice, Meaning: "Storage in a zone without storage ranges"), new("c", Advice, Off, Meaning: "the simulator, which takes any text")];
    public override string Team => "compute";
    public override string Why => "The label is what tells CloudStack which NICs of the physical host a traffic type uses: on KVM it names a bridge, on XenServer the name-label of a network, on VMware a vSwitch. The name itself can be anything; choose one that says which network it is. Without a label CloudStack takes one it finds, and which one that is depends on the other labels and on the host.";
    public override string Rejected => "guest-a, Guest: KVM cloudbr1, VMware empty, and the zone has a VMware cluster.";
    public override string Accepted => "VMware: “dvSwitch1,,vmwaredvs”.";
    public override string Cure => "Name the label, take that of another traffic type of the physical network (one click), or say of Guest that this hypervisor does not serve it (“notServedBy”): then no traffic type of the physical network has a label for it.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.StorageRanges | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var (devices, any) = (AgentDevices.Of(facts), facts.Cells.Any(c => c.Hypervisor is Kvm && c.Label is not null && !c.Is("Storage")));
        var ranges = facts.Design.Pods.Exists(p => p.StorageRanges.Count > 0);
        foreach (var cell in facts.Cells)
        {
            // Only Guest may be left out, and then the whole physical network is: every host is asked for each label of it.
            if (cell.Network.Traffic("Guest")?.NotServedBy.Exists(n => Hypervisor.Find(n) == cell.Hypervisor) == true)
            {
                if (cell.Label is { } label)
                    yield return Found(cell.Path, $"{cell.Network.Name} is marked as not served by {cell.Hypervisor.Title}, but {cell.Traffic.Type} has the label {label}: every {cell.Hypervisor.Title} host would be asked for it.", "a") with
                    {
                        Objects = [new("network", cell.Network.Name, cell.Path)],
                        Fixes = [Set("Take the label away", cell.Path, label, null)],
                    };
                continue;
            }
            if (cell.Label is not null)
                continue;
            var key = cell.Hypervisor.Key;
            var sibling = cell.Network.TrafficTypes.Where(t => t != cell.Traffic).Select(t => t.LabelFor(key)).OfType<string>().FirstOrDefault();
            var names = facts.HostsOf(cell.Hypervisor).SelectMany(h => LabelReading.For(key).NamesOn(h)).GroupBy(n => n).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(3);
            var instead = key switch
            {
                "KVM" when !cell.Is("Storage") => $"Adding a host writes {devices.For(cell).Property}={devices.For(cell).Device}, {(any ? "the label of another traffic type" : "because no traffic type has one")}.",
                "KVM" => $"CloudStack takes {devices.Private}, the device of Management.",
                "VMware" when cell.Is("Management") || cell.Is("Storage") => "CloudStack takes the switch of the Management label, else vSwitch0.",
                "XenServer" => "CloudStack takes the network it found when the host was added.",
                "VMware" => "CloudStack takes the switch of the cluster, else vSwitch0.",
                "Hyperv" => "CloudStack takes the first external switch.",
                _ => "CloudStack takes what the host offers.",
            };
            yield return Found(cell.Path, $"{cell.Traffic.Type} on {cell.Network.Name} has no label for {cell.Hypervisor.Title}. {instead}", key == "Simulator" ? "c" : cell.Is("Storage") && !ranges ? "b" : "a") with
            {
                Objects = [new("network", cell.Network.Name, cell.Path)],
                Fixes = [.. new[] { sibling }.Concat(names).OfType<string>().Distinct().Take(1).Select(n => Set($"Use {n}", cell.Path, null, n)), .. HostLabels.For(facts, cell, first: sibling).ToList() is { Count: > 1 } all ? Fix.Choose("Choose another name", all.Skip(1)) : []],
            };
        }
    }
}
