using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2003.</summary>
internal sealed class StorageTrafficMustBeExplicit : Rule
{
    public override string Id => "CNP2003";
    public override string Title => "Storage traffic must be explicit";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "storage";
    public override string Why => "Enabling a zone without Storage traffic adds one on the physical network of Management, with the Management labels. Said in the design it is no surprise; unsaid, the first comparison with the cloud finds something nobody planned. Storage traffic means secondary storage: templates, ISO images, snapshots.";
    public override string Rejected => "An advanced zone without Storage.";
    public override string Accepted => "Storage on mgmt-net with the labels of Management.";
    public override string Cure => "Add exactly what the server would add (one click), or give Storage labels and ranges of its own.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var networks = facts.Design.PhysicalNetworks;
        if (facts.Kind is null or EdgeZone || networks.Exists(n => n.Traffic("Storage") is not null) || networks.Find(n => n.Traffic("Management") is not null) is not { } carrier)
            yield break;
        yield return Found(DesignPath.Of(carrier, "trafficTypes"), $"No physical network carries Storage; enabling the zone adds it to {carrier.Name} with the labels of Management.") with
        {
            Fixes = [TrafficEdits.Add(carrier, "Storage", carrier.Traffic("Management")!.Labels)],
        };
    }
}
