using System.Text.Json;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1013.</summary>
internal sealed class LiveChangesMustNameTheirInterruption : Rule
{
    public override string Id => "CNP1013";
    public override string Title => "Live changes must name their interruption";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a change CloudStack takes only while the zone is disabled or its secondary storage VM is gone"),
        new("b", Warning, Warning, Meaning: "a change that acts only after something starts anew"),
    ];
    public override string Team => "network";
    public override string Why => "A zone that runs does not take everything: a physical network is added only while the zone is disabled, Storage traffic only while no secondary storage VM is starting, running or stopping. Other changes are taken at once and act later: the first storage range when the secondary storage VM is destroyed and made again, a label when a VM next starts, a new KVM bridge when the agent is restarted.";
    public override string Rejected => "Physical network nfs-net added to the enabled zone ams1, no interruption named.";
    public override string Accepted => "The same, with “2026-03-07 22:00–23:00 UTC” as interruption.";
    public override string Cure => "Agree on a time and write it into the design (field “interruption”); the plan then holds the steps that disable the zone and enable it again.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Everything & ~Reads.Catalogue;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        if (!string.IsNullOrWhiteSpace(design.Interruption))
            yield break;
        if (facts.Observed is not { } live)
        {
            if (facts.Input.Cloud?.ZoneNames.Contains(design.Name, StringComparer.OrdinalIgnoreCase) == true)
                yield return Unverified("interruption", $"Zone {design.Name} is on the cloud already, and what is there was not read{(facts.Input.Live is { } old ? $" since {old.ReadAt:yyyy-MM-dd}" : "")}: whether the design interrupts it is not known. Read the zone.", "a");
            yield break;
        }
        if (!live.EnableZone)
            yield break;
        var known = live.PhysicalNetworks.DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        foreach (var network in design.PhysicalNetworks.Where(n => !known.ContainsKey(n.Id)))
            yield return Found("interruption", $"Physical network {network.Name} is added to zone {design.Name}, which is enabled: the zone has to be disabled meanwhile. No interruption is named.", "a") with { Objects = [new("network", network.Name, DesignPath.Of(network))], Fixes = [Name()] };
        var storage = design.PhysicalNetworks.Find(n => n.Traffic("Storage") is not null);
        if (storage is not null && !live.PhysicalNetworks.Exists(n => n.Traffic("Storage") is not null))
        {
            var vms = facts.Input.Live!.Rows("listSystemVms").Where(v => Field(v, "systemvmtype") == "secondarystoragevm" && Field(v, "state") is "Starting" or "Running" or "Stopping").Select(v => $"{Field(v, "name")} ({Field(v, "state")})").ToList();
            if (vms.Count > 0)
                yield return Found("interruption", $"Storage traffic is added to {storage.Name} while {List(vms)} {(vms.Count == 1 ? "is" : "are")} there: CloudStack refuses it until the secondary storage VM is destroyed. No interruption is named.", "a") with { Objects = [new("network", storage.Name, DesignPath.Of(storage))], Fixes = [Name()] };
        }
        if (design.Pods.Exists(p => p.StorageRanges.Count > 0) && live.Pods.TrueForAll(p => p.StorageRanges.Count == 0))
            yield return Found("interruption", $"Zone {design.Name} gets its first storage range: running secondary storage VMs get their storage NIC only when they are destroyed and made again.", "b") with { Fixes = [Name()] };
        foreach (var network in design.PhysicalNetworks.Where(n => known.ContainsKey(n.Id)))
            foreach (var traffic in network.TrafficTypes)
            {
                var there = known[network.Id].TrafficTypes.Find(t => t.Id == traffic.Id);
                // Labels of hypervisors the zone does not have move nothing; the simulator's is never listed.
                foreach (var hypervisor in there is null ? [] : facts.Hypervisors.Where(h => h is { LabelParameter: not null } and not Simulator).Select(h => h.Key))
                    if (there!.LabelFor(hypervisor) is var now && traffic.LabelFor(hypervisor) is var label && now != label)
                        yield return Found(DesignPath.Label(network, traffic, hypervisor), $"The {hypervisor} label of {traffic.Type} on {network.Name} changes from {now ?? "none"} to {label ?? "none"}: it acts when a VM next starts{(hypervisor == "KVM" ? "; a bridge made meanwhile is found only after the agent is restarted, and agent.properties keeps its devices" : "")}. No interruption is named.", "b") with
                        {
                            Objects = [new("network", network.Name, DesignPath.Of(network, traffic))], Fixes = now is null ? [Name()] : [Name(), Set($"Keep {now}", DesignPath.Label(network, traffic, hypervisor), label, now)],
                        };
            }
    }

    private static Fix Name() => new("Name the interruption", Manual: "Agree with the owners of the zone on a time, and enter it in the design as “interruption”, such as 2026-03-07 22:00–23:00 UTC.");

    private static string? Field(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.ToString() : null;
}
