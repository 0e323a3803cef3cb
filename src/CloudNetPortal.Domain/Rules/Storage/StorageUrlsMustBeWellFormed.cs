using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8003.</summary>
internal sealed class StorageUrlsMustBeWellFormed : Rule
{
    private static readonly string[] NeedHostAndPath = ["nfs", "rbd", "gluster", "cifs", "smb", "iscsi", "sharedmountpoint"];

    // Kinds of pool by which CloudStack 4.23 reads a scheme.
    private static readonly string[] Known =
    [
        .. NeedHostAndPath, "file", "filesystem", "networkfilesystem", "iscsilun", "iso", "lvm", "clvm", "clvm_ng", "vmfs", "presetup", "ext", "ocfs2", "powerflex", "managednfs", "linstor", "datastorecluster", "storpool", "fiberchannel",
    ];

    public override string Id => "CNP8003";
    public override string Title => "Storage URLs must be well formed";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "no URL of storage"), new("b", Error, Error, Meaning: "a placeholder nobody filled in")];
    public override string Team => "storage";
    public override string Why => "CloudStack reads scheme, host and path out of the URL and refuses what has no scheme, such as the form mount takes (host:/path).";
    public override string Rejected => "“10.0.40.10:/export”.";
    public override string Accepted => "“nfs://10.0.40.10/export”.";
    public override string Cure => "Write scheme://host/path (one click for the form of mount). A placeholder such as ${NFS_SERVER} is an error, because the server would take it for a name. NFS mount options are no part of a design.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Storage | Reads.Pods | Reads.Clusters;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        // Providers of their own have URLs of their own; only CloudStack's default reads these forms.
        var urls = design.PrimaryStorages.Where(s => IsDefault(s.Provider)).Select(s => (s.Name, Url: (string?)s.Url, Path: $"primaryStorages/{s.Id}/url"))
            .Concat(design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Where(s => IsDefault(s.Provider)).Select(s => (s.Name, Url: (string?)s.Url, Path: DesignPath.Of(p, c, $"primaryStorages/{s.Id}/url"))))))
            .Concat(design.SecondaryStorages.Where(s => s.Provider is null or "" or "NFS" or "SMB").Select(s => (Name: s.Name ?? s.Url ?? "secondary storage", s.Url, Path: $"secondaryStorages/{s.Id}/url")))
            .Concat(design.StagingStores.Select(s => (Name: s.Name ?? s.Url ?? "staging store", s.Url, Path: $"stagingStores/{s.Id}/url")));
        var named = new List<(string Name, string Path, string Server)>();
        foreach (var (name, url, path) in urls)
        {
            var text = url?.Trim() ?? "";
            var at = text.IndexOf("://", StringComparison.Ordinal);
            var scheme = at > 0 ? text[..at].ToLowerInvariant() : "";
            var rest = at > 0 ? text[(at + 3)..] : text;
            var slash = rest.IndexOf('/');
            string? problem = text.Length == 0 ? "is empty"
                : scheme.Length == 0 ? "has no scheme such as nfs://"
                : !Known.Contains(scheme) ? $"has the scheme {scheme}, which no kind of storage has"
                : (path.StartsWith("secondaryStorages", StringComparison.Ordinal) || path.StartsWith("stagingStores", StringComparison.Ordinal)) && scheme is not ("nfs" or "cifs" or "smb") ? $"has the scheme {scheme}; image stores are reached by nfs:// or cifs://"
                : text.Contains("${", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal) || text.Contains("__", StringComparison.Ordinal) && text.Split("__").Length > 2 ? "holds a placeholder nobody filled in"
                : text.Contains(' ') ? "contains a blank"
                : NeedHostAndPath.Contains(scheme) && slash <= 0 ? slash == 0 ? "has no host" : "has no path behind the host"
                : NeedHostAndPath.Contains(scheme) && rest.TrimEnd('/').Length <= slash ? "has no path behind the host"
                : null;
            if (problem is null)
            {
                if (NeedHostAndPath.Contains(scheme) && scheme is not ("sharedmountpoint" or "rbd") && !Addressing(HostFacts.HostPart(text)))
                    named.Add((name, path, HostFacts.HostPart(text)!));
                continue;
            }
            // host:/path is what mount takes.
            var colon = scheme.Length == 0 ? text.IndexOf(":/", StringComparison.Ordinal) : -1;
            var repaired = colon > 0 ? $"nfs://{text[..colon]}{text[(colon + 1)..]}" : null;
            yield return Found(path, $"The URL of {name}{(text.Length > 0 ? $", “{url}”," : "")} {problem}.", problem.StartsWith("holds", StringComparison.Ordinal) ? "b" : "a") with
            {
                Objects = [new("storage", name, path)],
                Fixes = repaired is null ? [] : [Set($"Use {repaired}", path, url, repaired)],
            };
        }
        if (named.Count > 0)
            yield return Unverified(named[0].Path, $"Whether {List(named.Select(n => n.Server))} can be resolved by hosts and system VMs is not known: {List(named.Select(n => n.Name))} {(named.Count == 1 ? "names its server" : "name their servers")} by name.", "a") with { Objects = [.. named.Select(n => new ObjectRef("storage", n.Name, n.Path))] };
    }

    private static bool Addressing(string? host) => host is null || System.Net.IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static bool IsDefault(string? provider) => string.IsNullOrWhiteSpace(provider) || provider is "DefaultPrimary" or "cloudstackprimary";
}
