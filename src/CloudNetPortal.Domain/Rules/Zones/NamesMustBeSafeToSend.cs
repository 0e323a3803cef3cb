using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1002.</summary>
internal sealed class NamesMustBeSafeToSend : Rule
{
    public override string Id => "CNP1002";
    public override string Title => "Names must be safe to send";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "CloudStack refuses control characters and texts above 255 characters, stores blanks as they come and then does not find the object under the name people type. Network domains have to be DNS names.";
    public override string Rejected => "Zone name “ ams1”; network domain “-cloud.example”.";
    public override string Accepted => "“ams1”; “cloud.example”.";
    public override string Cure => "Trim the blanks (one click), shorten the name or leave the sign out.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Networks | Reads.Pods | Reads.Clusters | Reads.GuestNetworks | Reads.Storage;

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
            var problem = name.Trim().Length == 0 ? "is empty"
                : name.Any(char.IsControl) ? "contains a control character"
                : name != name.Trim() ? "has a blank at an end"
                : name.Length > 255 ? $"has {name.Length} characters, at most 255 are stored"
                : name.AsSpan().IndexOfAny('<', '>') >= 0 ? "contains < or >"
                : null;
            if (problem is not null)
                yield return Found(path, $"The name of {(what == "zone" ? "the zone" : $"a {what}")}{(name.Trim().Length > 0 ? $", “{name}”," : "")} {problem}.") with
                {
                    Fixes = name != name.Trim() && name.Trim().Length > 0 && !name.Trim().Any(char.IsControl) ? [Set($"Use “{name.Trim()}”", path, name, name.Trim())] : [],
                };
        }
        foreach (var detail in design.Details.Where(d => string.IsNullOrWhiteSpace(d.Key) || (string.IsNullOrEmpty(d.Value) && d.SecretRef is null)))
            yield return Found($"details/{detail.Id}/{(string.IsNullOrWhiteSpace(detail.Key) ? "key" : "value")}", $"A detail of the zone has {(string.IsNullOrWhiteSpace(detail.Key) ? $"the value “{detail.Value}” and no key" : $"the key {detail.Key} and no value")}; both are needed.");
        if (design.NetworkDomain is { Length: > 0 } domain && !IsDomain(domain))
            yield return Found("networkDomain", $"“{domain}” is no DNS name: at most 190 characters, parts of 1–63 letters, digits and hyphens, joined by dots, without a hyphen or dot at the ends.") with
            {
                Fixes = IsDomain(domain.Trim().Trim('-', '.')) ? [Set($"Use {domain.Trim().Trim('-', '.')}", "networkDomain", domain, domain.Trim().Trim('-', '.'))] : [],
            };
    }

    private static bool IsDomain(string text) => text.Length is > 0 and <= 190 && text.Split('.').All(part =>
        part.Length is >= 1 and <= 63 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && part[0] != '-' && part[^1] != '-');
}
