using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1014.</summary>
internal sealed class DedicationsMustNotConflict : Rule
{
    public override string Id => "CNP1014";
    public override string Title => "Dedications must not conflict";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "two owners one above the other, or one owner twice"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "an owner that is none"),
    ];
    public override string Team => "security";
    public override string Why => "Zone, pod, cluster and host may each be kept for one domain or account; CloudStack refuses it when something above or below belongs to somebody else, and also when what is above has this owner already. An owner is an account with its domain, a whole domain, or a project. A public range has an owner in advanced zones only, and not when it is kept for system VMs.";
    public override string Rejected => "The zone belongs to domain ROOT/a, host kvm-03 to ROOT/b.";
    public override string Accepted => "The zone belongs to nobody, hosts kvm-03 and kvm-04 to ROOT/b; or the zone to domain ROOT/b and a pod to ROOT/b/team.";
    public override string Cure => "Keep one of the two owners. Whether a domain exists is known once the cloud was read; the limit of public addresses of an account is not read, so a range above it shows at the push only.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Networks | Reads.GuestVlans | Reads.PublicRanges | Reads.Pods | Reads.Clusters | Reads.Hosts | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        var things = new List<(string Title, string Path, Owner Owner)>();
        IEnumerable<Finding> Below((string Title, Owner Owner, string Path)? above, string title, string path, Owner? owner)
        {
            if (owner is null)
                yield break;
            things.Add((title, path, owner));
            if (above is { } upper && !Holds(upper.Owner, owner))
                yield return Found($"{path}/dedicatedTo", Name(upper.Owner) == Name(owner) && Same(upper.Owner.Domain, owner.Domain)
                    ? $"{upper.Title} is kept for {Name(owner)} already; CloudStack refuses to keep {title} in it for the same owner again."
                    : $"{upper.Title} is kept for {Name(upper.Owner)}, {title} in it for {Name(owner)}.", "a") with
                {
                    Objects = [new("zone", title, path)],
                    Fixes = [.. Fix.Choose("Choose who keeps it",
                    [
                        new Fix($"{Name(upper.Owner)}, with all of {upper.Title}", Removals.Of(design, [$"{path}/dedicatedTo"])),
                        new Fix($"{Name(owner)}, {title} only", Removals.Of(design, [upper.Path.Length == 0 ? "dedicatedTo" : $"{upper.Path}/dedicatedTo"])) { Note = $"{upper.Title} is for everybody then" },
                    ])],
                };
        }
        var zone = design.DedicatedTo is null ? ((string, Owner, string)?)null : ($"Zone {design.Name}", design.DedicatedTo, "");
        if (design.DedicatedTo is not null)
            things.Add(($"zone {design.Name}", "", design.DedicatedTo));
        foreach (var pod in design.Pods)
        {
            foreach (var finding in Below(zone, $"pod {pod.Name}", DesignPath.Of(pod), pod.DedicatedTo))
                yield return finding;
            var overCluster = pod.DedicatedTo is null ? zone : ($"Pod {pod.Name}", pod.DedicatedTo, DesignPath.Of(pod));
            foreach (var cluster in pod.Clusters)
            {
                foreach (var finding in Below(overCluster, $"cluster {cluster.Name}", DesignPath.Of(pod, cluster), cluster.DedicatedTo))
                    yield return finding;
                var overHost = cluster.DedicatedTo is null ? overCluster : ($"Cluster {cluster.Name}", cluster.DedicatedTo, DesignPath.Of(pod, cluster));
                foreach (var host in cluster.Hosts)
                    foreach (var finding in Below(overHost, $"host {host.Device ?? host.Url}", DesignPath.Of(pod, cluster, host), host.DedicatedTo))
                        yield return finding;
            }
        }
        foreach (var range in design.PublicRanges.Where(r => r.DedicatedTo is not null))
        {
            things.Add(($"the public range {range.StartIp}–{range.EndIp}", DesignPath.Of(range), range.DedicatedTo!));
            var problem = facts.Kind is not (null or AdvancedZone or AdvancedSecurityGroupsZone) ? $"a zone of type {facts.Kind.Title} has no ranges with an owner"
                : range.ForSystemVms ? "it is kept for system VMs as well"
                : string.Equals(range.DedicatedTo!.Account, "system", StringComparison.OrdinalIgnoreCase) ? "the system account takes none" : null;
            if (problem is not null)
                yield return Found(DesignPath.Of(range, "dedicatedTo"), $"The public range {range.StartIp}–{range.EndIp} is kept for {Name(range.DedicatedTo!)}, but {problem}.", "b");
        }
        things.AddRange(design.PhysicalNetworks.SelectMany(n => n.VlanDedications.Select(d => ($"VLANs {d.Vlans} of {n.Name}", DesignPath.Of(n, $"vlanDedications/{d.Id}"), d.Owner))));
        var domains = facts.Input.Cloud?.Domains;
        foreach (var (title, path, owner) in things)
        {
            var at = path.Length == 0 ? "dedicatedTo" : path.Contains("vlanDedications", StringComparison.Ordinal) ? $"{path}/owner" : $"{path}/dedicatedTo";
            var (account, project, domain) = (Has(owner.Account), Has(owner.Project), Has(owner.Domain));
            var problem = !account && !project && !domain ? "names nobody" : account && project ? "names an account and a project; one of them owns it" : account && !domain ? $"names account {owner.Account} without its domain" : null;
            if (problem is not null)
                yield return Found(at, $"The owner of {title} {problem}.", "b");
            else if (domain && domains is not null && !domains.Contains(owner.Domain!, StringComparer.OrdinalIgnoreCase))
                yield return Found($"{at}/domain", $"The cloud has no domain {owner.Domain}, which owns {title}.", "b") with { Fixes = NearNames.Nearest(owner.Domain!, domains) is { } near ? [Set($"Use {near}", $"{at}/domain", owner.Domain, near)] : [] };
        }
        if (domains is null && things.Exists(t => Has(t.Owner.Domain)))
            yield return Unverified("", $"Whether the owners {List(things.Where(t => Has(t.Owner.Domain)).Select(t => Name(t.Owner)))} exist is not known: the domains of the cloud were not read. Read the cloud.", "b");
    }

    // A domain holds its accounts and the domains below, an account nothing: CloudStack refuses to keep a thing twice, even for the same owner.
    private static bool Holds(Owner above, Owner below) => !Has(above.Account) && !Has(above.Project)
        && ((below.Domain ?? "").StartsWith(above.Domain + "/", StringComparison.OrdinalIgnoreCase) || Same(above.Domain, below.Domain) && (Has(below.Account) || Has(below.Project)));

    private static string Name(Owner owner) => Has(owner.Project) ? $"project {owner.Project}" : Has(owner.Account) ? $"account {owner.Account}{(Has(owner.Domain) ? $" of {owner.Domain}" : "")}" : $"domain {owner.Domain}";
    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
    private static bool Same(string? a, string? b) => string.Equals(a ?? "", b ?? "", StringComparison.OrdinalIgnoreCase);
}
