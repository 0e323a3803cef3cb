using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Import.Marvin;

/// <summary>
/// The zone's own address ranges. What they are depends on the zone: public ranges; with security groups the last one becomes the shared guest network;
/// in a basic zone they are the elastic addresses.
/// </summary>
internal static class MarvinRanges
{
    /// <summary>Names and offerings Marvin gives by itself.</summary>
    public const string BasicNetwork = "guestNetworkForBasicZone", SharedNetwork = "Shared SG enabled network",
        SharedOffering = "DefaultSharedNetworkOfferingWithSGService", ElasticOffering = "DefaultSharedNetscalerEIPandELBNetworkOffering";

    public static void Read(MarvinNode zone, ZoneDesign design)
    {
        var ranges = zone.Objects("ipranges");
        switch (design.Kind)
        {
            case "Basic":
                var elastic = design.PhysicalNetworks.Exists(n => n.Traffic("Public") is not null);
                design.GuestNetworks.Add(Shared(BasicNetwork, zone.Filled("networkofferingname") ?? (elastic ? ElasticOffering : SharedOffering)));
                break;
            case "AdvancedSecurityGroups":
                var shared = Shared(SharedNetwork, zone.Filled("networkofferingname") ?? SharedOffering);
                if (ranges.Count > 0)
                {
                    var last = ranges[^1];
                    shared.Gateway = last.Filled("gateway");
                    shared.Netmask = last.Filled("netmask");
                    shared.StartIp = last.Filled("startip");
                    shared.EndIp = last.Filled("endip");
                    shared.Vlan = last.Filled("vlan");
                    design.GuestNetworks.Add(shared);
                }
                return;
        }
        foreach (var range in ranges)
            design.PublicRanges.Add(new PublicRange
            {
                Id = $"public{design.PublicRanges.Count + 1}",
                Gateway = range.Text("gateway") ?? "",
                Netmask = range.Text("netmask") ?? "",
                StartIp = range.Text("startip") ?? "",
                EndIp = range.Filled("endip"),
                Vlan = range.Filled("vlan"),
                DedicatedTo = range.Filled("account") is null && range.Filled("domainid") is null ? null : new Owner { Account = range.Filled("account"), Domain = range.Filled("domainid") },
            });
    }

    private static GuestNetwork Shared(string name, string offering) => new() { Id = "guestnet1", Name = name, Offering = offering };
}
