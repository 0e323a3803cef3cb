using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A public range (the default) or a range of a shared guest network.</summary>
internal sealed class CreateVlanIpRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var ipv4 = call.Filled("startip") is not null;
        var forPublic = call.Flag("forvirtualnetwork", absent: true);
        Owner(call, ipv4);
        var guest = call.Row<GuestNetwork>("networkid");
        var zone = (guest is null ? call.Row<Zone>("zoneid") : cloud.Zones.Find(guest.ZoneId)) is { Removed: false } found ? found
            : throw Refusal.Value($"Unable to find zone by id {call.Row<Zone>("zoneid")?.Number.ToString() ?? "null"}"); // CS-704
        var network = PhysicalNetwork(call, zone, guest, forPublic);
        if (zone.SecurityGroups && !zone.Basic && forPublic)
            throw Refusal.Value("Can't add virtual IP range into a zone with security group enabled"); // CS-705
        guest = forPublic ? Public(guest) : Guest(cloud, zone, guest);
        var range = new IpRange
        {
            ZoneId = zone.Id, PhysicalNetworkId = network.Id, NetworkId = guest?.Id ?? zone.PublicNetworkId, ForVirtualNetwork = forPublic, ForSystemVms = call.Flag("forsystemvms"),
            Vlan = PublicRangeRules.VlanUri(call.Text("vlan")), Gateway = call.Filled("gateway"), Netmask = call.Filled("netmask"), Start = call.Filled("startip"),
            End = call.Filled("endip") ?? call.Filled("startip"), Account = call.Has("domainid") ? call.Filled("account") : null, DomainId = call.Has("account") ? null : call.Row<KnownObject>("domainid")?.Id,
            Ip6Gateway = call.Filled("ip6gateway"), Ip6Cidr = call.Filled("ip6cidr"), Ip6Start = call.Filled("startipv6"), Ip6End = call.Filled("endipv6") ?? call.Filled("startipv6"),
        };
        if (guest is not null)
            GuestRangeRules.Fit(cloud, guest, range, call.Filled("vlan"));
        if (!ipv4 && (range.Ip6Gateway is null || range.Ip6Cidr is null)) // CS-725
            throw Refusal.Value("Gateway, netmask and zoneId have to be passed in for virtual and direct untagged networks");
        if (ipv4)
            PublicRangeRules.ApartFromManagement(cloud, zone, range.Start!, range.End);
        Pod(call, zone, range, guest is not null);
        if ((range.Account ?? range.DomainId) is not null && zone.Basic)
            throw Refusal.Value("Vlan owner can be defined only in the zone of type Advanced"); // CS-715
        if (ipv4)
        {
            PublicRangeRules.Shape(range.Gateway, range.Netmask, range.Start!, range.End!);
            PortableRangeRules.Apart(cloud, range);
            PublicRangeRules.ApartFromOthers(cloud, zone, range, forPublic);
        }
        else
        {
            Ipv6RangeRules.Check(cloud, zone, range);
        }
        PublicRangeRules.ApartFromGuestVlans(zone, network, range.Vlan);
        cloud.IpRanges.Add(range, call.Now);
        cloud.Log("VLAN.IP.RANGE.CREATE", "Successfully completed Creating VLAN IP range", range, call.Now);
        return Json.Of(("vlan", RangeAnswer.Of(cloud, range)));
    }

    /// <summary>CS-701, CS-702, CS-703.</summary>
    private static void Owner(Call call, bool ipv4)
    {
        if (call.Flag("forsystemvms") && call.Filled("account") is not null)
            throw Refusal.Value("Account name should not be provided when ForSystemVMs is enabled");
        if (!ipv4 && call.Filled("ip6cidr") is null)
            throw Refusal.Value("StartIP or IPv6 CIDR is missing in the parameters!");
        if (call.Filled("ip6cidr") is { } cidr && int.TryParse(cidr[(cidr.IndexOf('/', StringComparison.Ordinal) + 1)..], out var prefix) && prefix > 64) // CS-725
            throw Refusal.Value("For IPv6 range, prefix must be /64 or less");
        // An account is looked up in its domain; without a domain it is not looked at.
        if (call.Filled("account") is { } account && call.Has("domainid") && !call.Cloud.Accounts.Any(a => a.Text("name") == account))
            throw Refusal.Value("Please specify a valid account.");
    }

    /// <summary>CS-704, CS-705: the one Public network, or the Guest network of a Basic or security-group zone.</summary>
    private static PhysicalNetwork PhysicalNetwork(Call call, Zone zone, GuestNetwork? guest, bool forPublic)
    {
        var named = call.Row<PhysicalNetwork>("physicalnetworkid") ?? call.Cloud.PhysicalNetworks.Find(guest?.PhysicalNetworkId);
        if (named is { Removed: true })
            throw Refusal.Value($"Unable to find Physical Network with id={named.Number}");
        if (named is not null)
            return named;
        if (forPublic)
            return ZoneRules.OneCarrier(call.Cloud, zone, "Public");
        if (zone.Basic || zone.SecurityGroups)
            return ZoneRules.OneCarrier(call.Cloud, zone, "Guest");
        throw Refusal.Value("Physical Network Id is null, please provide the Network id for Direct vlan creation ");
    }

    /// <summary>CS-706.</summary>
    private static GuestNetwork? Public(GuestNetwork? named) => named is null ? null : throw Refusal.Value($"Can't find Public network {named}");

    /// <summary>CS-707, CS-708.</summary>
    private static GuestNetwork Guest(CloudState cloud, Zone zone, GuestNetwork? named)
    {
        var network = named ?? cloud.Networks.Present.FirstOrDefault(n => n.ZoneId == zone.Id && zone.SecurityGroups && n.GuestType == "Shared") ?? throw Refusal.Value(zone.Basic
            ? $"Unable to find network with trafficType Guest and guestType Shared in zone {zone.Number}"
            : "Network id is required for Direct vlan creation ");
        var offering = cloud.NetworkOfferings.FirstOrDefault(o => o.Id == network.OfferingId);
        if (network.GuestType == "Isolated" && NetworkRules.Has(offering, "SourceNat"))
            throw Refusal.Value($"Can't create direct vlan for network {network} with type: {network.GuestType}");
        if (offering?.Flag("specifyipranges") == false)
            throw Refusal.Value($"Network {network} doesn't support adding IP ranges");
        if (network.GuestType != "Shared")
            throw Refusal.Value($"Can execute createVLANIpRanges on shared guest Network, but type of this guest Network {network} is {network.GuestType}");
        return network;
    }

    /// <summary>CS-714.</summary>
    private static void Pod(Call call, Zone zone, IpRange range, bool guest)
    {
        if (call.Row<Pod>("podid") is not { } pod)
            return;
        if (pod.Removed)
            throw Refusal.Value("Please specify a valid pod.");
        if (pod.ZoneId != zone.Id)
            throw Refusal.Value($"Pod {pod} doesn't belong to zone id={zone.Number}");
        if (!zone.Basic || !guest)
            throw Refusal.Value("Pod id can be specified only for the networks of type Guest in zone of type Basic");
        range.PodId = pod.Id;
    }
}
