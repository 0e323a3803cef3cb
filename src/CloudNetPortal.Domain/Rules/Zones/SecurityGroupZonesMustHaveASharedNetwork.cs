using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Traffic;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1008.</summary>
internal sealed class SecurityGroupZonesMustHaveASharedNetwork : Rule
{
    public override string Id => "CNP1008";
    public override string Title => "Security group zones must have a shared network";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a network the server refuses in such a zone"),
        new("b", Error, Warning, Meaning: "no shared network with security groups"),
    ];
    public override string Team => "network";
    public override string Why => "In a zone with security groups system VMs live in a shared guest network that has security groups; without one none starts (“Can not found security enabled network in SG …”). Networks with source NAT or of the isolated kind are refused there.";
    public override string Rejected => "A zone with security groups and no guest network.";
    public override string Accepted => "One shared network on VLAN 120 with DefaultSharedNetworkOfferingWithSGService.";
    public override string Cure => "Add the default network (one click) and give it VLAN and addresses.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Networks | Reads.GuestNetworks | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not AdvancedSecurityGroupsZone)
            yield break;
        var design = facts.Design;
        var offerings = design.GuestNetworks.ConvertAll(g => (Network: g, Offering: KnownOfferings.Find(facts, g.Offering)));
        foreach (var (network, offering) in offerings.Where(o => o.Offering is { } f && (f.GuestType == "Isolated" || f.Has("SourceNat"))))
            yield return Found(DesignPath.Of(network, "offering"), $"Guest network {network.Name} has offering {offering!.Name}, {(offering.GuestType == "Isolated" ? "which is for isolated networks" : "which has source NAT")}; a zone with security groups takes shared and L2 networks without source NAT only.", "a") with
            {
                Objects = [new("network", network.Name, DesignPath.Of(network))],
                Fixes = [Set($"Use {KnownOfferings.SharedWithSecurityGroups}", DesignPath.Of(network, "offering"), network.Offering, KnownOfferings.SharedWithSecurityGroups)],
            };
        // An offering nobody has read may well have security groups.
        if (offerings.Exists(o => o.Offering is null || o.Offering.GuestType == "Shared" && o.Offering.Has("SecurityGroup")))
            yield break;
        var carrier = design.PhysicalNetworks.Find(n => n.Traffic("Guest") is not null);
        yield return Found("guestNetworks", design.GuestNetworks.Count == 0
            ? $"Zone {design.Name} has security groups and no shared guest network: no system VM would start."
            : $"None of the guest networks of zone {design.Name} ({List(design.GuestNetworks.Select(g => g.Name))}) is shared with security groups: no system VM would start.", "b") with
        {
            Fixes = [new("Add the default network", [new FieldEdit("guestNetworks/shared", null, new JsonObject { ["id"] = "shared", ["name"] = "shared", ["offering"] = KnownOfferings.SharedWithSecurityGroups, ["physicalNetworkId"] = carrier?.Id })])],
        };
    }
}
