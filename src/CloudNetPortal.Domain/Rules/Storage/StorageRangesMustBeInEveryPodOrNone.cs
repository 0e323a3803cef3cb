using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
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
    public override string Cure => "Add a range to the other pods, or remove all of them (one click).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var (with, without) = (facts.Design.Pods.FindAll(p => p.StorageRanges.Count > 0), facts.Design.Pods.FindAll(p => p.StorageRanges.Count == 0));
        if (facts.Kind is EdgeZone || with.Count == 0 || without.Count == 0)
            yield break;
        var tree = new DesignTree(DesignJson.ToTree(facts.Design));
        yield return Found(DesignPath.Of(without[0], "storageRanges"), $"{List(with.Select(p => $"Pod {p.Name}"))} {(with.Count == 1 ? "has" : "have")} a storage range, {List(without.Select(p => p.Name))} {(without.Count == 1 ? "has" : "have")} none: a secondary storage VM there would get no address.") with
        {
            Objects = [.. without.Select(p => new ObjectRef("pod", p.Name, DesignPath.Of(p, "storageRanges")))],
            Fixes = [new("Remove all storage ranges", [.. with.SelectMany(p => p.StorageRanges.Select(r => new FieldEdit(DesignPath.Of(p, r), (JsonNode?)tree.Get(DesignPath.Of(p, r))?.DeepClone(), null)))])],
        };
    }
}
