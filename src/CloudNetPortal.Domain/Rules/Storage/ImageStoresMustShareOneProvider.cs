using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8005.</summary>
internal sealed class ImageStoresMustShareOneProvider : Rule
{
    private static readonly Dictionary<string, string> ByScheme = new(StringComparer.OrdinalIgnoreCase) { ["nfs"] = "NFS", ["cifs"] = "SMB", ["smb"] = "SMB" };

    public override string Id => "CNP8005";
    public override string Title => "Image stores must share one provider";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "store without provider"), new("b", Error, Error, RefusedByServer: true, Meaning: "stores of different providers"),
        new("c", Advice, Off, Meaning: "staging store without provider"),
    ];
    public override string Team => "storage";
    public override string Why => "addImageStore cannot do without a provider, and all image stores of one CloudStack must have the same one: NFS and S3 do not live side by side. With S3 or Swift, NFS can be the staging store.";
    public override string Rejected => "An image store with the URL nfs://10.0.40.10/secondary and no provider; or one of NFS and one of S3.";
    public override string Accepted => "Two NFS stores; or an S3 store with an NFS staging store.";
    public override string Cure => "Name the provider (one click where the URL says which), or make the other store a staging store.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Storage | Reads.Cloud | Reads.OtherZones;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var stores = facts.Design.SecondaryStorages;
        foreach (var store in stores.Where(s => string.IsNullOrWhiteSpace(s.Provider)))
        {
            var (name, path) = (store.Name ?? store.Url ?? "without a name", $"secondaryStorages/{store.Id}/provider");
            var scheme = store.Url?.Split("://") is { Length: 2 } parts ? parts[0].Trim() : "";
            yield return Found(path, $"Secondary storage {name} has no provider; CloudStack refuses it.", "a") with
            {
                Objects = [new("storage", name, path)],
                Fixes = ByScheme.TryGetValue(scheme, out var provider) ? [Set($"Use {provider}", path, store.Provider, provider)] : [],
            };
        }
        var providers = stores.Where(s => !string.IsNullOrWhiteSpace(s.Provider)).GroupBy(s => s.Provider!.Trim(), StringComparer.OrdinalIgnoreCase).ToList();
        if (providers.Count > 1)
            yield return Found("secondaryStorages", $"The image stores have different providers: {List(providers.Select(p => $"{p.Key} ({List(p.Select(s => s.Name ?? s.Url ?? "without a name"))})"))}. CloudStack takes the first and refuses the others.", "b");
        else if (providers.Count == 1 && facts.Input.Cloud?.ImageStores?.FirstOrDefault(s => s.Provider.Length > 0 && !string.Equals(s.Provider, providers[0].Key, StringComparison.OrdinalIgnoreCase)) is { } there)
            yield return Found("secondaryStorages", $"The cloud has the image store {there.Name} with provider {there.Provider}; {List(providers[0].Select(s => s.Name ?? s.Url ?? "without a name"))} with provider {providers[0].Key} would be refused. With S3 or Swift there, NFS can be a staging store.", "b");
        else if (providers.Count == 1 && facts.Input.OtherZones.SelectMany(z => z.SecondaryStorages.Where(s => !string.IsNullOrWhiteSpace(s.Provider) && !string.Equals(s.Provider.Trim(), providers[0].Key, StringComparison.OrdinalIgnoreCase)).Select(s => (Zone: z.Name, Store: s))).FirstOrDefault() is { Store: not null } designed)
            yield return Found("secondaryStorages", $"Zone {designed.Zone} of the same cloud is designed with the image store {designed.Store.Name ?? designed.Store.Url} of provider {designed.Store.Provider}; {List(providers[0].Select(s => s.Name ?? s.Url ?? "without a name"))} with provider {providers[0].Key} cannot stand beside it.", "b");
        foreach (var store in facts.Design.StagingStores.Where(s => string.IsNullOrWhiteSpace(s.Provider)))
            yield return Found($"stagingStores/{store.Id}/provider", $"Staging store {store.Name ?? store.Url} has no provider; CloudStack takes NFS.", "c");
    }
}
