using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using System.Text.Json.Nodes;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8007.</summary>
internal sealed class ZonesMustHaveSecondaryStorage : Rule
{
    public override string Id => "CNP8007";
    public override string Title => "Zones must have secondary storage";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "storage";
    public override string Why => "System VMs are made from a template on secondary storage; without an image store that serves the zone none starts (“No secondary storage available in zone”), and no template can be added.";
    public override string Rejected => "A zone to be enabled, without image store.";
    public override string Accepted => "An NFS image store in the zone.";
    public override string Cure => "Add secondary storage to the zone.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not (null or EdgeZone) && facts.Design.EnableZone && facts.Design.SecondaryStorages.Count == 0
            // A store of the region serves every zone.
            && facts.Input.Cloud?.ImageStores?.Any(s => s.Zone is null) != true)
            yield return Found("secondaryStorages", $"Zone {facts.Design.Name} is to be enabled and has no secondary storage; no system VM would start.") with
            {
                Fixes = [new Fix("Add an image store", [new FieldEdit("secondaryStorages/secondary", null, new JsonObject { ["id"] = "secondary", ["name"] = $"{facts.Design.Name}-secondary", ["provider"] = "NFS" })])
                {
                    Input = new FixInput("URL of the NFS share", "secondaryStorages/secondary/url", null, "nfs://", "Such as nfs://10.0.40.10/export/secondary; the secondary storage VM mounts it."),
                }],
            };
    }
}
