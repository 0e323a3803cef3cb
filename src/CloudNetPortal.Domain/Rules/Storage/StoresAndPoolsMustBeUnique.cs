using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8006.</summary>
internal sealed class StoresAndPoolsMustBeUnique : Rule
{
    public override string Id => "CNP8006";
    public override string Title => "Stores and pools must be unique";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Error, Meaning: "one place for two image stores, which the server takes"), new("b", Error, Error, RefusedByServer: true, Meaning: "one name for two image stores"), new("c", Error, Error, RefusedByServer: true, Meaning: "one place for two pools")];
    public override string Team => "storage";
    public override string Why => "Two image stores on one path hold each other's files and remove them; the server accepts it under another name. A pool's host and path may be used once.";
    public override string Rejected => "Two image stores, both nfs://10.0.40.10/sec.";
    public override string Accepted => "One store.";
    public override string Cure => "Remove the second, or give it a path of its own.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Pods | Reads.Clusters | Reads.Storage | Reads.OtherZones | Reads.Cloud | Reads.Zone;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var stores = facts.Design.SecondaryStorages.Where(s => !string.IsNullOrWhiteSpace(s.Url)).Select(s => (What: "image stores", Name: s.Name ?? s.Url!, Url: s.Url!, Path: $"secondaryStorages/{s.Id}/url", Zone: ""))
            .Concat(facts.Input.OtherZones.SelectMany(z => z.SecondaryStorages.Where(s => !string.IsNullOrWhiteSpace(s.Url)).Select(s => (What: "image stores", Name: s.Name ?? s.Url!, Url: s.Url!, Path: "", Zone: z.Name))))
            .Concat((facts.Input.Cloud?.ImageStores ?? []).Where(s => !string.IsNullOrWhiteSpace(s.Url) && s.Zone is not null && !string.Equals(s.Zone, facts.Design.Name, StringComparison.OrdinalIgnoreCase) && !facts.Input.OtherZones.Any(z => string.Equals(z.Name, s.Zone, StringComparison.OrdinalIgnoreCase))).Select(s => (What: "image stores", s.Name, Url: s.Url!, Path: "", Zone: s.Zone!)));
        var named = facts.Design.SecondaryStorages.Select(s => (Name: (string.IsNullOrWhiteSpace(s.Name) ? s.Url ?? "" : s.Name).Trim(), Path: $"secondaryStorages/{s.Id}/name", Zone: ""))
            .Concat(facts.Input.OtherZones.SelectMany(z => z.SecondaryStorages.Select(s => (Name: (string.IsNullOrWhiteSpace(s.Name) ? s.Url ?? "" : s.Name).Trim(), Path: "", Zone: z.Name))))
            .Concat((facts.Input.Cloud?.ImageStores ?? []).Where(s => !string.Equals(s.Zone, facts.Design.Name, StringComparison.OrdinalIgnoreCase)).Select(s => (Name: s.Name.Trim(), Path: "", Zone: s.Zone ?? "of all zones")));
        foreach (var twins in named.Where(s => s.Name.Length > 0).GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1 && g.Any(s => s.Zone.Length == 0)))
            yield return Found(twins.Last(s => s.Zone.Length == 0).Path, $"{twins.Count()} image stores are called {twins.Key}{(twins.Select(t => t.Zone).FirstOrDefault(z => z.Length > 0) is { } zone ? $", one of them in zone {zone}" : "")}; the name is unique in the cloud.", "b");
        var pools = facts.Design.PrimaryStorages.Select(s => (What: "pools", s.Name, s.Url, Path: $"primaryStorages/{s.Id}/url", Zone: ""))
            .Concat(facts.Design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Select(s => (What: "pools", s.Name, s.Url, Path: DesignPath.Of(p, c, $"primaryStorages/{s.Id}/url"), Zone: "")))));
        // Pools without a host (presetup, local paths) name a place of each cluster.
        foreach (var twins in stores.Concat(pools).Where(s => s.Url.Contains("://", StringComparison.Ordinal) && HostFacts.HostPart(s.Url) is { } host && host != "localhost").GroupBy(s => (s.What, Url: Canonical(s.Url))).Where(g => g.Count() > 1 && g.Any(s => s.Zone.Length == 0)))
            yield return Found(twins.Last(t => t.Zone.Length == 0).Path, $"{twins.Count()} {twins.Key.What} use {twins.Key.Url}: {List(twins.Select(t => t.Zone.Length > 0 ? $"{t.Name} of zone {t.Zone}" : t.Name))}.", twins.Key.What == "pools" ? "c" : "a") with { Objects = [.. twins.Select(t => new ObjectRef("storage", t.Name, t.Path))], Fixes = [new($"Remove {twins.Last(t => t.Zone.Length == 0).Name}", Zones.Removals.Of(facts.Design, [twins.Last(t => t.Zone.Length == 0).Path[..^"/url".Length]]))] };
    }

    // nfs://NAS/a//b/ and nfs://nas/a/b are one place; a path keeps its case.
    private static string Canonical(string url)
    {
        var at = url.Trim().IndexOf("://", StringComparison.Ordinal) + 3;
        var rest = url.Trim()[at..];
        var slash = rest.IndexOf('/');
        return url.Trim()[..at].ToLowerInvariant() + (slash < 0 ? rest.ToLowerInvariant() : rest[..slash].ToLowerInvariant() + "/" + string.Join('/', rest[slash..].Split('/', StringSplitOptions.RemoveEmptyEntries)));
    }
}
