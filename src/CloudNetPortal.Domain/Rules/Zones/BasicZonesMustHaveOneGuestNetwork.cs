using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Traffic;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1005.</summary>
internal sealed class BasicZonesMustHaveOneGuestNetwork : Rule
{
    public override string Id => "CNP1005";
    public override string Title => "Basic zones must have one guest network";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "several guest networks, or values a basic zone refuses"),
        new("b", Error, Error, Meaning: "no guest network"),
    ];
    public override string Team => "network";
    public override string Why => "A basic zone has exactly one guest network: shared, untagged, for the whole ROOT domain with its subdomains, without gateway, netmask or addresses of its own, because the ranges belong to the pods. CloudStack refuses the second one and any VLAN; without the first no instance and no system VM starts.";
    public override string Rejected => "Two guest networks; or one with VLAN 291.";
    public override string Accepted => "One guest network with offering DefaultSharedNetworkOfferingWithSGService, untagged; a guest range in each pod.";
    public override string Cure => "Remove the values that do not belong there (one click), or add the network. ACL type Domain, the ROOT domain and subdomain access are what CloudStack takes by itself for a root admin, so the design does not hold them.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.Practice;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.GuestNetworks | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not BasicZone)
            yield break;
        var design = facts.Design;
        if (design.GuestNetworks.Count == 0)
            yield return Found("guestNetworks", $"Basic zone {design.Name} has no guest network: instances and system VMs would have no network to start in.", "b") with
            {
                Fixes = [new("Add the guest network", [new FieldEdit("guestNetworks/guest", null, new JsonObject { ["id"] = "guest", ["name"] = "guest", ["offering"] = KnownOfferings.SharedWithSecurityGroups })])],
            };
        if (design.GuestNetworks.Count > 1)
            yield return Found(DesignPath.Of(design.GuestNetworks[1]), $"Basic zone {design.Name} has {design.GuestNetworks.Count} guest networks ({List(design.GuestNetworks.Select(g => g.Name))}); it takes exactly one.", "a") with
            {
                Objects = [.. design.GuestNetworks.Select(g => new ObjectRef("network", g.Name, DesignPath.Of(g)))],
            };
        foreach (var network in design.GuestNetworks)
        {
            var set = new[] { ("gateway", network.Gateway), ("netmask", network.Netmask), ("startIp", network.StartIp), ("endIp", network.EndIp), ("vlan", CellSets.IsUntagged(network.Vlan) ? null : network.Vlan) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).ToList();
            if (set.Count > 0)
                yield return Found(DesignPath.Of(network, set[^1].Item1), $"Guest network {network.Name} of a basic zone has {string.Join(", ", set.Select(f => $"{Word(f.Item1)} {f.Item2}"))}: it is untagged, and addresses belong to the pods.", "a") with
                {
                    Objects = [new("network", network.Name, DesignPath.Of(network))],
                    Fixes = [new("Remove them", [.. set.Select(f => FieldEdit.Text(DesignPath.Of(network, f.Item1), f.Item2, null))])],
                };
            if (KnownOfferings.Find(facts, network.Offering) is { } offering && (offering.GuestType != "Shared" || offering.Has("SourceNat")))
                yield return Found(DesignPath.Of(network, "offering"), $"Offering {offering.Name} of guest network {network.Name} is {(offering.GuestType != "Shared" ? $"for {offering.GuestType} networks" : "with source NAT")}; a basic zone takes a shared one without source NAT.", "a") with
                {
                    Fixes = [Set($"Use {KnownOfferings.SharedWithSecurityGroups}", DesignPath.Of(network, "offering"), network.Offering, KnownOfferings.SharedWithSecurityGroups)],
                };
        }
    }

    private static string Word(string field) => field switch { "startIp" => "first address", "endIp" => "last address", "vlan" => "VLAN", _ => field };
}
