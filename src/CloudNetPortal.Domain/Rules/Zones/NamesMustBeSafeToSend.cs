using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1002.</summary>
internal sealed class NamesMustBeSafeToSend : Rule
{
    public override string Id => "CNP1002";
    public override string Title => "Names must be safe to send";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a text the server refuses: none, too long, a control character, no DNS name"),
        new("b", Error, Error, Meaning: "a text the server stores as it is: a blank at an end, < or >"),
    ];
    public override string Team => "network";
    public override string Why => "CloudStack refuses control characters and texts above 255 characters, stores blanks as they come and then does not find the object under the name people type. Network domains have to be DNS names.";
    public override string Rejected => "Zone name “ ams1”; network domain “-cloud.example”.";
    public override string Accepted => "“ams1”; “cloud.example”.";
    public override string Cure => "Trim the blanks (one click), shorten the name or leave the sign out.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Networks | Reads.Pods | Reads.Clusters | Reads.Hosts | Reads.GuestNetworks | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        List<(string What, string? Text, string Path)> names = [("zone", design.Name, "name")];
        names.AddRange(design.PhysicalNetworks.Select(n => ("physical network", (string?)n.Name, DesignPath.Of(n, "name"))));
        names.AddRange(design.Pods.Select(p => ("pod", (string?)p.Name, DesignPath.Of(p, "name"))));
        names.AddRange(design.Pods.SelectMany(p => p.Clusters.Select(c => ("cluster", (string?)c.Name, DesignPath.Of(p, c, "name")))));
        names.AddRange(design.GuestNetworks.Select(g => ("guest network", (string?)g.Name, DesignPath.Of(g, "name"))));
        names.AddRange(design.PrimaryStorages.Select(s => ("primary storage", (string?)s.Name, $"primaryStorages/{s.Id}/name")));
        names.AddRange(design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Select(s => ("primary storage", (string?)s.Name, DesignPath.Of(p, c, $"primaryStorages/{s.Id}/name"))))));
        names.AddRange(design.SecondaryStorages.Where(s => s.Name is not null).Select(s => ("secondary storage", s.Name, $"secondaryStorages/{s.Id}/name")));
        foreach (var (what, text, path) in names)
        {
            var name = text ?? "";
            // An empty name is refused, one of blanks is stored.
            var (problem, letter) = name.Trim().Length == 0 ? ("is empty", name.Length == 0 ? "a" : "b") : Problem(name);
            if (problem is not null)
                yield return Found(path, $"The name of {(what == "zone" ? "the zone" : $"a {what}")}{(name.Trim().Length > 0 ? $", “{name}”," : "")} {problem}.", letter) with { Objects = [new(what, name.Trim(), path)], Fixes = Trimmed(path, name) };
        }
        foreach (var (what, text, path) in Texts(design))
            if (Problem(text) is { Problem: { } problem, Letter: var letter })
                yield return Found(path, $"The {what}, “{text}”, {problem}.", letter) with { Fixes = path.EndsWith("tags", StringComparison.Ordinal) ? [] : Trimmed(path, text) };
        foreach (var detail in design.Details.Where(d => string.IsNullOrWhiteSpace(d.Key) || (string.IsNullOrEmpty(d.Value) && d.SecretRef is null)))
            yield return Found($"details/{detail.Id}/{(string.IsNullOrWhiteSpace(detail.Key) ? "key" : "value")}", $"A detail of the zone has {(string.IsNullOrWhiteSpace(detail.Key) ? $"the value “{detail.Value}” and no key" : $"the key {detail.Key} and no value")}; both are needed.", "a");
        if (design.NetworkDomain is { Length: > 0 } domain && !IsDomain(domain))
            yield return Found("networkDomain", $"“{domain}” is no DNS name: at most 190 characters, parts of 1–63 letters, digits and hyphens, joined by dots, without a hyphen or dot at the ends.", "a") with
            {
                Fixes = IsDomain(domain.Trim().Trim('-', '.')) ? [Set($"Use {domain.Trim().Trim('-', '.')}", "networkDomain", domain, domain.Trim().Trim('-', '.'))] : [],
            };
    }

    // Everything else that is sent as it was typed; labels are CNP3004, addresses CNP4001, URLs CNP8001.
    private static IEnumerable<(string What, string Text, string Path)> Texts(ZoneDesign design)
    {
        var texts = new List<(string What, string? Text, string Path)>();
        foreach (var network in design.PhysicalNetworks)
            texts.AddRange(network.Tags.Select(t => ($"tag of {network.Name}", (string?)t, DesignPath.Of(network, "tags"))));
        texts.AddRange(design.GuestNetworks.Select(g => ($"display text of {g.Name}", g.DisplayText, DesignPath.Of(g, "displayText"))));
        foreach (var (pod, cluster) in design.Pods.SelectMany(p => p.Clusters.Select(c => (p, c))))
        {
            texts.Add(($"user name of cluster {cluster.Name}", cluster.UserName, DesignPath.Of(pod, cluster, "userName")));
            foreach (var host in cluster.Hosts)
            {
                texts.AddRange(host.Tags.Select(t => ($"tag of host {host.Device ?? host.Url}", (string?)t, DesignPath.Of(pod, cluster, host, "tags"))));
                texts.Add(($"user name of host {host.Device ?? host.Url}", host.UserName, DesignPath.Of(pod, cluster, host, "userName")));
            }
        }
        if (design.VmwareDatacenter is { } vmware)
            texts.AddRange([("name of the VMware datacenter", vmware.Name, "vmwareDatacenter/name"), ("address of vCenter", vmware.VCenter, "vmwareDatacenter/vCenter"), ("user name of vCenter", vmware.UserName, "vmwareDatacenter/userName")]);
        return texts.Where(t => !string.IsNullOrEmpty(t.Text)).Select(t => (t.What, t.Text!, t.Path));
    }

    private static (string? Problem, string Letter) Problem(string text) =>
        text.Any(char.IsControl) ? ("contains a control character", "a")
        : text.Length > 255 ? ($"has {text.Length} characters, at most 255 are stored", "a")
        : text != text.Trim() ? ("has a blank at an end", "b")
        : text.AsSpan().IndexOfAny('<', '>') >= 0 ? ("contains < or >", "b")
        : (null, "");

    private static Fix[] Trimmed(string path, string text) =>
        text != text.Trim() && text.Trim() is { Length: > 0 } trimmed && Problem(trimmed).Problem is null ? [Set($"Use “{trimmed}”", path, text, trimmed)] : [];

    private static bool IsDomain(string text) => text.Length is > 0 and <= 190 && text.Split('.').All(part =>
        part.Length is >= 1 and <= 63 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && part[0] != '-' && part[^1] != '-');
}
