using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateNetwork : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var offering = call.Row<KnownObject>("networkofferingid")!;
        var zone = call.Row<Zone>("zoneid") is { Removed: false } found ? found : throw Refusal.Value("Specified zone id was not found");
        var guestType = offering.Text("guestiptype")!;
        var carrier = NetworkRules.Carrier(call, zone, offering);
        var aclDomain = AclDomain(call, guestType);
        if (guestType != "Shared" && (call.Filled("routerip") ?? call.Filled("routeripv6")) is not null)
            throw Refusal.Value("Router IP can be specified only for Shared networks");
        if (!aclDomain && call.Has("subdomainaccess"))
            throw Refusal.Value("Parameter subDomainAccess can be specified only with aclType=Domain");
        NetworkRules.Addresses(call);
        if (guestType == "Shared" && !zone.Basic)
            NetworkRules.SharedStart(call);
        Ipv6(call, zone, guestType);
        PrivateVlanRules.Check(call, zone, guestType);
        if (guestType == "Shared" && !offering.Flag("specifyvlan") && call.Filled("vlan") is not null)
            throw Refusal.Value("Cannot specify vlanId when create a network from network offering with specifyvlan=false"); // CS-907
        NetworkRules.ProvidersAreEnabled(cloud, offering, carrier);
        if (guestType == "Shared" && !zone.Basic && call.Filled("startip") is not null && !offering.Flag("specifyipranges"))
            throw Refusal.Value("Network offering with specified id doesn't support adding multiple ip ranges");
        if (guestType == "Shared" && !offering.Flag("specifyipranges"))
            throw Refusal.State("The 'specifyipranges' parameter should be true for Shared Networks"); // CS-911
        NetworkRules.Enabled(offering, carrier);
        if (zone.Basic)
            NetworkRules.InBasicZone(call, zone, offering, aclDomain);
        else
            NetworkRules.InAdvancedZone(zone, offering, call.Filled("isolatedpvlan") is not null);
        var vlan = call.Filled("vlan") ?? (zone.Basic ? "untagged" : null);
        NetworkRules.VlanAsTheOfferingSays(offering, vlan);
        if (vlan is not null)
            NetworkRules.VlanIsFree(call, zone, carrier, vlan);
        if (guestType == "Shared" && !zone.Basic)
            NetworkRules.SharedSubnet(call);
        if (guestType == "Isolated" && call.Filled("gateway") is { } gateway && call.Filled("netmask") is { } netmask && !Cidr.Of(gateway, netmask).IsPrivate())
            throw Refusal.Value($"Virtual Guest Cidr {Cidr.Of(gateway, netmask)} is not RFC 1918 or 6598 compliant"); // CS-913
        var network = new GuestNetwork
        {
            ZoneId = zone.Id, PhysicalNetworkId = guestType == "Isolated" && vlan is null ? null : carrier.Id, OfferingId = offering.Id, Name = call.Text("name")!,
            DisplayText = call.Filled("displaytext") ?? call.Text("name")!, GuestType = guestType, Vlan = vlan, AclDomain = aclDomain, SubdomainAccess = call.Flag("subdomainaccess", absent: true),
            Account = call.Filled("account") ?? FreshCloud.Admin.Text("name"), Gateway = call.Filled("gateway"), Netmask = call.Filled("netmask"), NetworkDomain = call.Filled("networkdomain"),
            Ip6Gateway = call.Filled("ip6gateway"), Ip6Cidr = call.Filled("ip6cidr"),
        };
        if (guestType == "Shared" && call.Filled("startip") is { } start)
            FirstRange(call, zone, carrier, network, start);
        cloud.Networks.Add(network, call.Now);
        cloud.Log("NETWORK.CREATE", $"Successfully completed creating network. Network Name: {network.Name}", network, call.Now);
        return Json.Of(("network", NetworkAnswer.Of(cloud, network)));
    }

    /// <summary>CS-912.</summary>
    private static void Ipv6(Call call, Zone zone, string guestType)
    {
        if (call.Filled("ip6cidr") is null || call.Filled("ip6gateway") is null)
            return;
        if (zone.Basic || guestType != "Shared")
            throw Refusal.Value("Can only support create IPv6 network with advance shared network!");
        if ((call.Filled("ip6dns1") ?? call.Filled("ip6dns2") ?? Json.NoneIfEmpty(zone.Ip6Dns1) ?? Json.NoneIfEmpty(zone.Ip6Dns2)) is null)
            throw Refusal.Value("Can only create IPv6 network if the zone has IPv6 DNS! Please configure the zone IPv6 DNS1 and/or IPv6 DNS2.");
    }

    /// <summary>CS-915.</summary>
    private static bool AclDomain(Call call, string guestType)
    {
        switch (call.Filled("acltype")?.ToUpperInvariant())
        {
            case null:
                return guestType == "Shared";
            case "DOMAIN" when guestType != "Shared":
                throw Refusal.Value(guestType == "Isolated" ? "AclType should be Account for network of type Isolated" : "Only Shared networks can have aclType=Domain");
            case "DOMAIN":
                return true;
            case "ACCOUNT":
                return false;
            default:
                throw Refusal.Value("Incorrect aclType specified. Check the API documentation for supported types");
        }
    }

    /// <summary>CS-916: the range of a new shared network is subject to the rules of every range.</summary>
    private static void FirstRange(Call call, Zone zone, PhysicalNetwork carrier, GuestNetwork network, string start)
    {
        var range = new IpRange
        {
            ZoneId = zone.Id, PhysicalNetworkId = carrier.Id, NetworkId = network.Id, Vlan = PublicRangeRules.VlanUri(network.Vlan), Gateway = network.Gateway, Netmask = network.Netmask,
            Start = start, End = call.Filled("endip") ?? start,
        };
        PublicRangeRules.ApartFromManagement(call.Cloud, zone, start, range.End);
        PublicRangeRules.Shape(range.Gateway, range.Netmask, start, range.End);
        PublicRangeRules.ApartFromOthers(call.Cloud, zone, range, onPublicNetwork: false);
        call.Cloud.IpRanges.Add(range, call.Now);
    }
}
