using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8011.</summary>
internal sealed class SystemVmTemplatesMustBeReady : Rule
{
    public override string Id => "CNP8011";
    public override string Title => "System VM templates must be ready";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning), new("b", Advice, Advice, Meaning: "CloudStack registers it with the first image store")];
    public override string Team => "storage";
    public override string Why => "System VMs are made of a template for their hypervisor on secondary storage. Without one that is ready: “Unable to find the system Templates or it was not downloaded”, and no system VM ever starts. CloudStack 4.23 registers the template of each hypervisor with the first image store of a zone and downloads it then.";
    public override string Rejected => "A KVM zone on the cloud whose KVM system VM template is not ready.";
    public override string Accepted => "The template is Ready in the zone, or in all zones.";
    public override string Cure => "Wait for the download, or register the template again. For a zone that is not built yet the template arrives with its image store, so it is looked for again when the zone is built.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Clusters | Reads.Cloud | Reads.Clock | Reads.Pack;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or EdgeZone || !facts.Design.EnableZone)
            yield break;
        var keys = facts.Hypervisors.Where(h => h.Key is not ("BareMetal" or "LXC")).Select(h => h.Key).ToList();
        if (keys.Count == 0)
            yield break;
        if (facts.Input.Cloud?.SystemVmTemplates is not { } templates)
        {
            yield return Unverified("secondaryStorages", $"Whether the system VM {(keys.Count == 1 ? "template" : "templates")} for {List(keys)} {(keys.Count == 1 ? "is" : "are")} ready is not known: the templates of the cloud were not read. Read the cloud.", "a");
            yield break;
        }
        var stands = facts.Input.Cloud.ZoneNames.Contains(facts.Design.Name, StringComparer.OrdinalIgnoreCase);
        var old = facts.Input.Now - facts.Input.Cloud.ReadAt > facts.Input.Pack.LiveDataMaxAge;
        var good = new List<string>();
        foreach (var key in keys)
        {
            var own = templates.Where(t => string.Equals(t.Hypervisor, key, StringComparison.OrdinalIgnoreCase) && (t.Zone is null || string.Equals(t.Zone, facts.Design.Name, StringComparison.OrdinalIgnoreCase))).ToList();
            if (own.Exists(t => t.IsReady))
            {
                good.Add(key);
                continue;
            }

            // Known to the cloud, and the zone not yet there: it is downloaded when the image store comes.
            if (!stands && templates.Any(t => string.Equals(t.Hypervisor, key, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (!stands)
                yield return Unverified("secondaryStorages", $"The cloud has no system VM template for {key} yet; CloudStack registers it with the first image store of zone {facts.Design.Name}. It is looked for again when the zone is built.", "b");
            else
                yield return Found("secondaryStorages", $"The system VM template for {key} is {(own.Count == 0 ? "not registered" : "not downloaded")} in zone {facts.Design.Name}: no system VM starts there{(old ? $" (as of {facts.Input.Cloud.ReadAt:yyyy-MM-dd})" : "")}.", "a") with { Evidence = [$"read {facts.Input.Cloud.ReadAt:yyyy-MM-dd HH:mm} UTC"] };
        }

        if (old && good.Count > 0)
            yield return Unverified("secondaryStorages", $"The system VM {(good.Count == 1 ? "template" : "templates")} for {List(good)} {(good.Count == 1 ? "was" : "were")} ready on {facts.Input.Cloud.ReadAt:yyyy-MM-dd}, more than {facts.Input.Pack.LiveDataDays} days ago. Read the cloud again.", "a");
    }
}
