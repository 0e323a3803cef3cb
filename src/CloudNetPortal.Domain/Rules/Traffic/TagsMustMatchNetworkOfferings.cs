using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2005.</summary>
internal sealed class TagsMustMatchNetworkOfferings : Rule
{
    public override string Id => "CNP2005";
    public override string Title => "Tags must match network offerings";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "an offering that finds no physical network"),
        new("b", Warning, Advice, Meaning: "a tag no offering carries"),
    ];
    public override string Team => "network";
    public override string Why => "A network offering finds its physical network by tag: the same tag, or no tag on both sides. An offering that fits none is refused with “Unable to find physical network which match the tags”; a tagged physical network that no offering names stays empty for ever.";
    public override string Rejected => "Offering with tag “mpls”, and no physical network with that tag.";
    public override string Accepted => "Offering with tag “mpls”, guest-b with tag “mpls”.";
    public override string Cure => "Set the tag of the physical network (one click where only one can be meant), or plan an offering with it on the cloud.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.GuestNetworks | Reads.Cloud | Reads.Clock | Reads.Pack;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // A basic zone has one physical network, which everything uses.
        if (facts.Kind is null or BasicZone)
            yield break;
        var carriers = facts.Design.PhysicalNetworks.FindAll(n => n.Traffic("Guest") is not null);
        foreach (var network in facts.Design.GuestNetworks.Where(g => g.PhysicalNetworkId is null))
        {
            if (carriers.Count == 0 || KnownOfferings.Find(facts, network.Offering) is not { } offering)
                continue;
            var fitting = carriers.FindAll(n => offering.Tags.Count == 0 ? n.Tags.TrueForAll(string.IsNullOrWhiteSpace) || carriers.Count == 1 : n.Tags.Intersect(offering.Tags).Any());
            if (fitting.Count == 1)
                continue;
            var tag = offering.Tags.Count == 0 ? null : offering.Tags[0];
            var untagged = carriers.FindAll(n => n.Tags.Count == 0);
            yield return Found(DesignPath.Of(network, "offering"), $"Offering {offering.Name} of guest network {network.Name} has {(tag is null ? "no tag" : $"the tag “{tag}”")}; {(fitting.Count == 0 ? "no physical network with Guest" : $"{List(fitting.Select(f => f.Name))}")} {(tag is null ? "is without one" : "has it")}: CloudStack {(fitting.Count == 0 ? "finds none" : "cannot choose")}.", "a") with
            {
                Objects = [new("network", network.Name, DesignPath.Of(network)), .. carriers.Select(n => new ObjectRef("network", n.Name, DesignPath.Of(n, "tags")))],
                Fixes = fitting.Count == 0 && tag is not null && untagged.Count == 1
                    ? [new($"Give {untagged[0].Name} the tag {tag}", [new FieldEdit(DesignPath.Of(untagged[0], "tags"), new JsonArray(), new JsonArray(tag))])]
                    : [.. carriers.Select(n => Set($"Put it on {n.Name}", DesignPath.Of(network, "physicalNetworkId"), null, n.Id))],
            };
        }
        var tagged = carriers.FindAll(n => n.Tags.Exists(t => !string.IsNullOrWhiteSpace(t)));
        if (tagged.Count == 0)
            yield break;
        if (facts.Input.Cloud?.Offerings is not { } known)
        {
            yield return Unverified(DesignPath.Of(tagged[0], "tags"), $"Whether a network offering carries the {(tagged.Count == 1 ? "tag" : "tags")} {List(tagged.Select(n => $"“{n.Tags[0]}”"))} is not known: the offerings of the cloud were not read. Read the cloud.", "b");
            yield break;
        }
        var read = facts.Input.Cloud!.ReadAt;
        var old = facts.Input.Now - read > facts.Input.Pack.LiveDataMaxAge;
        var idle = tagged.FindAll(n => !known.Any(o => o.IsEnabled && o.Tags.Intersect(n.Tags).Any()));
        if (old && tagged.Except(idle).ToList() is { Count: > 0 } good)
            yield return Unverified(DesignPath.Of(good[0], "tags"), $"Network offerings with the {(good.Count == 1 ? "tag" : "tags")} {List(good.Select(n => $"“{n.Tags[0]}”"))} were there on {read:yyyy-MM-dd}, more than {facts.Input.Pack.LiveDataMaxAge.TotalDays:0} days ago. Read the cloud again.", "b") with { Values = string.Join(' ', good.Select(n => n.Id)) };
        foreach (var network in idle)
            yield return Found(DesignPath.Of(network, "tags"), $"No enabled network offering of the cloud carries the tag “{string.Join(",", network.Tags)}” of {network.Name}{(old ? $" (as of {read:yyyy-MM-dd})" : "")}: nobody could create a network there.", "b") with
            {
                Objects = [new("network", network.Name, DesignPath.Of(network))],
                Evidence = [$"{known.Count} offerings read {read:yyyy-MM-dd HH:mm} UTC"],
                Fixes = [new("Plan an offering with that tag", Manual: $"createNetworkOffering … tags={network.Tags[0]}")],
            };
    }
}
