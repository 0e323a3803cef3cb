using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2004.</summary>
internal sealed class GuestPhysicalNetworksMustBeTagged : Rule
{
    public override string Id => "CNP2004";
    public override string Title => "Guest physical networks must be tagged";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "two without a tag, or several tags on one"), new("b", Error, Error, Meaning: "one tag on two, which the server takes")];
    public override string Team => "network";
    public override string Why => "Network offerings find their physical network by tag. With two untagged physical networks that carry Guest, CloudStack cannot choose and refuses; a physical network stores one tag only.";
    public override string Rejected => "guest-a and guest-b, both without tag.";
    public override string Accepted => "guest-a without tag, guest-b with tag “mpls”.";
    public override string Cure => "Give each further one a tag (one click proposes its name) and plan network offerings with that tag.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Networks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var carriers = facts.Design.PhysicalNetworks.FindAll(n => n.Traffic("Guest") is not null);
        foreach (var network in facts.Design.PhysicalNetworks.Where(n => n.Tags.Count > 1))
            yield return Found(DesignPath.Of(network, "tags"), $"{network.Name} has {network.Tags.Count} tags ({string.Join(", ", network.Tags)}); CloudStack takes one.", "a") with { Objects = [new("network", network.Name, DesignPath.Of(network, "tags"))] };
        if (carriers.Count < 2)
            yield break;
        var untagged = carriers.FindAll(n => n.Tags.TrueForAll(string.IsNullOrWhiteSpace));
        if (untagged.Count > 1)
            yield return Found(DesignPath.Of(untagged[1], "tags"), $"{List(untagged.Select(n => n.Name))} carry Guest without a tag; at most one may.", "a") with
            {
                Objects = [.. untagged.Select(n => new ObjectRef("network", n.Name, DesignPath.Of(n, "tags")))],
                Fixes = [new("Use the names as tags", [.. untagged.Skip(1).Select(n => new FieldEdit(DesignPath.Of(n, "tags"), new JsonArray([.. n.Tags.Select(t => JsonValue.Create(t))]), new JsonArray(n.Name)))])],
            };
        foreach (var twins in carriers.Where(n => n.Tags.Count == 1 && !string.IsNullOrWhiteSpace(n.Tags[0])).GroupBy(n => n.Tags[0].Trim()).Where(g => g.Count() > 1))
            yield return Found(DesignPath.Of(twins.Last(), "tags"), $"{List(twins.Select(n => n.Name))} have the same tag “{twins.Key}”; which of them a network gets would be chance.", "b") with { Objects = [.. twins.Select(n => new ObjectRef("network", n.Name, DesignPath.Of(n, "tags")))] };
    }
}
