using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class NetworkAnswer
{
    /// <summary>What a service of an offering can do, as far as the answers show it.</summary>
    private static readonly Dictionary<string, string> Capability = new(StringComparer.Ordinal)
    {
        ["Dhcp"] = "DhcpAccrossMultipleSubnets",
        ["Dns"] = "AllowDnsSuffixModification",
    };

    public static JsonObject Of(CloudState cloud, GuestNetwork network)
    {
        var zone = cloud.Zones.Find(network.ZoneId)!;
        var offering = cloud.NetworkOfferings.First(o => o.Id == network.OfferingId);
        var range = cloud.IpRanges.Present.FirstOrDefault(r => r.NetworkId == network.Id);
        var domain = FreshCloud.RootDomain;
        var (gateway, netmask) = (network.Gateway ?? range?.Gateway, network.Netmask ?? range?.Netmask);
        var native = network.Vlan is null or "untagged";
        return Json.Of(
            ("id", network.Id), ("name", network.Name), ("displaytext", network.DisplayText), ("broadcastdomaintype", zone.Basic ? "Native" : "Vlan"), ("traffictype", "Guest"), ("gateway", gateway),
            ("netmask", netmask), ("cidr", gateway is null || netmask is null ? null : Cidr.Of(gateway, netmask).ToString()), ("zoneid", zone.Id), ("zonename", zone.Name),
            ("networkofferingid", offering.Id), ("networkofferingname", offering.Text("name")), ("networkofferingdisplaytext", offering.Text("displaytext")),
            ("networkofferingconservemode", offering.Flag("conservemode")), ("networkofferingavailability", offering.Text("availability")), ("issystem", false),
            ("state", network.Vlan is null ? "Allocated" : "Setup"), ("related", network.Id), ("broadcasturi", network.Vlan is null ? null : native ? "vlan://untagged" : $"vlan://{network.Vlan}"),
            ("dns1", zone.Dns1), ("dns2", Json.NoneIfEmpty(zone.Dns2)), ("type", network.GuestType), ("vlan", network.Vlan), ("acltype", network.AclDomain ? "Domain" : "Account"),
            ("account", network.AclDomain ? null : network.Account), ("subdomainaccess", network.AclDomain ? network.SubdomainAccess : null), ("domainid", domain.Id), ("domain", domain.Text("name")),
            ("domainpath", domain.Text("path")), ("service", Services(offering)), ("networkdomain", Rules.NetworkRules.Has(offering, "Dns") ? network.NetworkDomain ?? Json.NoneIfEmpty(zone.Domain) ?? cloud.Setting("guest.domain.suffix") : null),
            ("physicalnetworkid", network.PhysicalNetworkId), ("restartrequired", false), ("specifyvlan", offering.Flag("specifyvlan")), ("specifyipranges", offering.Flag("specifyipranges")),
            ("canusefordeploy", true), ("ispersistent", false), ("tags", new JsonArray()), ("details", new JsonObject()), ("displaynetwork", true), ("strechedl2subnet", false),
            ("redundantrouter", false), ("supportsvmautoscaling", false), ("created", ServerFacts.Date(network.Created)), ("receivedbytes", 0), ("sentbytes", 0), ("publicmtu", 1500),
            ("privatemtu", 1500), ("ip6gateway", network.Ip6Gateway), ("ip6cidr", network.Ip6Cidr), ("hasannotations", cloud.HasAnnotations(network)));
    }

    private static JsonArray Services(KnownObject offering)
    {
        var services = new JsonArray();
        foreach (var service in offering.Json["service"]?.AsArray() ?? [])
        {
            var json = (JsonObject)service!.DeepClone();
            json["capability"] = Capability.TryGetValue(json["name"]!.ToString(), out var name)
                ? new JsonArray(Json.Of(("name", name), ("value", "true"), ("canchooseservicecapability", false)))
                : new JsonArray();
            services.Add((JsonNode)json);
        }
        return services;
    }
}
