using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8001.</summary>
internal sealed class StorageRangesMustBeInEveryPodOrNone : Rule
{
    public override string Id => "CNP8001";
    public override string Title => "Storage ranges must be in every pod or none";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "storage";
    public override string Why => "Whether a secondary storage VM gets a storage NIC is decided for the zone, its address comes from the pod it starts in. In a pod without range the start fails with “Unable to get a storage network ip address”.";
    public override string Rejected => "Pod p1 with a storage range, p2 without.";
    public override string Accepted => "Both with one.";
    public override string Cure => "Add the next free range to the other pods, or remove all of them (one click each).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.HostFacts | Reads.Addresses | Reads.Zone | Reads.Kind | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var (with, without) = (facts.Design.Pods.FindAll(p => p.StorageRanges.Count > 0), facts.Design.Pods.FindAll(p => p.StorageRanges.Count == 0));
        if (facts.Kind is EdgeZone || with.Count == 0 || without.Count == 0)
            yield break;
        var tree = new DesignTree(DesignJson.ToTree(facts.Design));
        yield return Found(DesignPath.Of(without[0], "storageRanges"), $"{List(with.Select(p => $"Pod {p.Name}"))} {(with.Count == 1 ? "has" : "have")} a storage range, {List(without.Select(p => p.Name))} {(without.Count == 1 ? "has" : "have")} none: a secondary storage VM there would get no address.") with
        {
            Objects = [.. without.Select(p => new ObjectRef("pod", p.Name, DesignPath.Of(p, "storageRanges")))],
            Fixes = [.. Added(facts, with, without), new("Remove all storage ranges", [.. with.SelectMany(p => p.StorageRanges.Select(r => new FieldEdit(DesignPath.Of(p, r), (JsonNode?)tree.Get(DesignPath.Of(p, r))?.DeepClone(), null)))])],
        };
    }

    // The first free addresses of the subnet that the other pods use, as many as they have.
    private static IEnumerable<Fix> Added(RuleFacts facts, List<Pod> with, List<Pod> without)
    {
        var model = with[0].StorageRanges[0];
        if (!Ipv4Range.TryParse(model.StartIp, model.EndIp, out var size) || !Ipv4Subnet.TryParse(model.Gateway, model.Netmask, out var subnet) || size.Count > 256)
            yield break;
        var taken = facts.Addresses.Select(a => a.Range).OfType<Ipv4Range>().Concat(facts.UsedAddresses.Select(u => new Ipv4Range(u.Address, u.Address))).ToList();
        if (Ipv4.TryParse(model.Gateway, out var gateway))
            taken.Add(new Ipv4Range(gateway, gateway));
        var edits = new List<FieldEdit>();
        foreach (var pod in without)
        {
            if (Free(subnet, (uint)size.Count, taken) is not { } free)
                yield break;
            taken.Add(free);
            var range = new StorageRange { Id = $"storage-{pod.Id}", Gateway = model.Gateway, Netmask = model.Netmask, Vlan = model.Vlan, StartIp = free.Start.ToString(), EndIp = free.End.ToString() };
            edits.Add(new FieldEdit(DesignPath.Of(pod, range), null, JsonSerializer.SerializeToNode(range, DesignJson.Options)));
        }
        yield return new Fix(without.Count == 1 ? $"Add {edits[0].To!["startIp"]}–{edits[0].To!["endIp"]} to pod {without[0].Name}" : $"Add the next free ranges to {without.Count} pods", edits);
    }

    private static Ipv4Range? Free(Ipv4Subnet subnet, uint count, List<Ipv4Range> taken)
    {
        for (ulong start = subnet.Network.Value + 1UL, end = subnet.Broadcast.Value; start + count <= end; start++)
        {
            var wanted = new Ipv4Range(new Ipv4((uint)start), new Ipv4((uint)(start + count - 1)));
            if (taken.FindIndex(t => t.Overlaps(wanted)) is var hit && hit < 0)
                return wanted;
            start = taken[hit].End.Value;
        }
        return null;
    }
}
