using System.Net;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>What the server asks of a guest network, in its order.</summary>
internal static class NetworkRules
{
    /// <summary>CS-306, CS-902, CS-903: the network named, or the one that matches the offering's tag.</summary>
    public static PhysicalNetwork Carrier(Call call, Zone zone, KnownObject offering)
    {
        var cloud = call.Cloud;
        if (call.Row<PhysicalNetwork>("physicalnetworkid") is { } named)
        {
            if (offering.Text("guestiptype") is not ("Shared" or "L2"))
                throw Refusal.Value("Physical network ID can be specified for networks of guest IP type Shared or L2 only.");
            return named.Removed ? throw Refusal.Value($"Unable to find a physical network having the specified physical network id") : named;
        }
        var carriers = cloud.Carriers(zone, "Guest");
        var tag = offering.Text("tags");
        if (carriers.Count == 0)
            throw Refusal.Value($"Unable to find physical network in zone id={zone.Number}");
        if (carriers.Count == 1)
            return carriers[0];
        var matching = carriers.Where(n => n.Tag == tag).ToList();
        if (matching.Count == 0)
            throw Refusal.Value($"Unable to find physical network which match the tags {tag ?? "null"}");
        return matching.Count == 1 ? matching[0] : throw Refusal.State($"There is more than 1 physical network with empty tag in the zone {zone}");
    }

    /// <summary>CS-901, CS-903.</summary>
    public static void Enabled(KnownObject offering, PhysicalNetwork network)
    {
        if (offering.Text("state") != "Enabled")
            throw Refusal.Value("Can't use specified network offering id as its state is not Enabled");
        if (!network.Enabled)
            throw Refusal.Value("Specified physical network id is in incorrect state:Disabled");
    }

    /// <summary>CS-904.</summary>
    public static void InBasicZone(Call call, Zone zone, KnownObject offering, bool aclDomain)
    {
        if (!aclDomain)
            throw Refusal.Value("Only AclType=Domain can be specified for network creation in Basic zone");
        if (call.Cloud.Networks.Present.Any(n => n.ZoneId == zone.Id))
            throw Refusal.Value("Can't have more than one Guest network in zone with network type Basic");
        if (offering.Text("guestiptype") != "Shared" || Has(offering, "SourceNat"))
            throw Refusal.Value("For zone of type Basic only offerings of guestType Shared with disabled SourceNat service are allowed");
        if (!call.Flag("subdomainaccess", absent: true))
            throw Refusal.Value("Subdomain access should be set to true for the guest network in the Basic zone");
        if (call.Filled("vlan") is { } vlan && !vlan.Equals("untagged", StringComparison.OrdinalIgnoreCase))
            throw Refusal.Value("Only vlan untagged can be created in the zone of type Basic");
        if (call.Filled("gateway") is not null && call.Filled("netmask") is not null)
            throw Refusal.Value("StartIp/endIp/gateway/netmask can't be specified for zone of type Basic");
    }

    /// <summary>CS-905, CS-906.</summary>
    public static void InAdvancedZone(Zone zone, KnownObject offering, bool privateVlan)
    {
        if (zone.SecurityGroups && privateVlan)
            throw Refusal.Value("Isolated Private VLAN is not supported with security group!");
        if (zone.SecurityGroups && offering.Text("guestiptype") is not ("Shared" or "L2"))
            throw Refusal.Value("Only shared or L2 guest network can be created in security group enabled zone");
        if (zone.SecurityGroups && Has(offering, "SourceNat"))
            throw Refusal.Value("Service SourceNat is not allowed in security group enabled zone");
        if (offering.Text("name")!.Contains("EIPandELB", StringComparison.Ordinal))
            throw Refusal.Value("Elastic IP and Elastic LB services are supported in zone of type Basic");
    }

    /// <summary>CS-907.</summary>
    public static void VlanAsTheOfferingSays(KnownObject offering, string? vlan)
    {
        if (vlan is not null && !offering.Flag("specifyvlan"))
            throw Refusal.Value("Can't specify vlan; corresponding offering says specifyVlan=false");
        if (vlan is null && offering.Flag("specifyvlan"))
            throw Refusal.Value("Vlan has to be specified; corresponding offering says specifyVlan=true");
    }

    /// <summary>CS-908, CS-909.</summary>
    public static void VlanIsFree(Call call, Zone zone, PhysicalNetwork network, string vlan)
    {
        if (JavaNumber.TryRead(vlan, out var number) && network.Vlans.Exists(v => v.Contains(number)) && !call.Flag("bypassvlanoverlapcheck"))
            throw Refusal.Value($"The VLAN tag to use for new guest network, {vlan} is already being used for dynamic vlan allocation for the guest network in zone {zone.Name}");
        if (!vlan.Equals("untagged", StringComparison.OrdinalIgnoreCase) && call.Cloud.Networks.Present.Any(n => n.ZoneId == zone.Id && n.Vlan == vlan))
            throw Refusal.Value($"Network with vlan {vlan} already exists or overlaps with other network vlans in zone {zone}");
    }

    /// <summary>CS-410: every provider of the offering must be enabled on the network.</summary>
    public static void ProvidersAreEnabled(CloudState cloud, KnownObject offering, PhysicalNetwork network)
    {
        foreach (var service in offering.Json["service"]?.AsArray() ?? [])
        {
            var provider = service!["provider"]?.AsArray().FirstOrDefault()?["name"]?.ToString();
            if (provider is not null && !cloud.Providers.Present.Any(p => p.PhysicalNetworkId == network.Id && p.Enabled && p.Name.Equals(provider, StringComparison.OrdinalIgnoreCase)))
                throw Refusal.Unsupported($"Provider {provider} is either not enabled or doesn't support service {service["name"]} in physical network id={network.Number}");
        }
    }

    /// <summary>CS-910: the addresses given with a network; what a shared one lacks is said later.</summary>
    public static void Addresses(Call call)
    {
        string? gateway = call.Filled("gateway"), netmask = call.Filled("netmask"), start = call.Filled("startip"), end = call.Filled("endip");
        if (gateway is null)
            return;
        if (!IPAddress.TryParse(gateway, out _)) // shorter forms of an address pass here, as they do there
            throw Refusal.Value("Gateway parameter is invalid");
        if (start is not null && !Ipv4.IsValid(start))
            throw Refusal.Value("Invalid format for the startIp parameter");
        if (start is not null && end is not null && !Ipv4.IsValid(end))
            throw Refusal.Value("Invalid format for the endIp parameter");
        if (netmask is null)
        {
            if (start is not null)
                throw Refusal.Value("gateway and netmask should be defined when startIP/endIP are passed in");
            return;
        }
        if (!Ipv4.IsValid(gateway))
            throw Refusal.Value("Invalid gateway");
        if (!Ipv4.IsNetmask(netmask))
            throw Refusal.Value("Invalid netmask");
        var cidr = Cidr.Of(gateway, netmask);
        if (cidr.Prefix < 31 && (Ipv4.Read(gateway) == cidr.Network || Ipv4.Read(gateway) == cidr.Last))
            throw Refusal.Value("Invalid gateway IP provided. Either the IP is broadcast or network IP.");
    }

    /// <summary>CS-910: a shared network in an Advanced zone needs a start address.</summary>
    public static void SharedStart(Call call)
    {
        if (call.Filled("startip") is null && call.Filled("startipv6") is null)
            throw Refusal.Value("Either IPv4 or IPv6 start and end address are mandatory");
    }

    /// <summary>CS-910: and a subnet.</summary>
    public static void SharedSubnet(Call call)
    {
        if ((call.Filled("gateway") is null || call.Filled("netmask") is null) && call.Filled("ip6cidr") is null)
            throw Refusal.Value("Gateway/netmask are required when creating Shared networks.");
    }

    public static bool Has(KnownObject? offering, string service) => (offering?.Json["service"]?.AsArray() ?? []).Any(s => s!["name"]!.ToString().Equals(service, StringComparison.OrdinalIgnoreCase));
}
