using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class ZoneAnswer
{
    public static JsonObject Of(CloudState cloud, Zone zone, bool capacities = false) => Json.Of(
        ("id", zone.Id), ("name", zone.Name), ("dns1", zone.Dns1), ("dns2", zone.Dns2), ("internaldns1", zone.InternalDns1), ("internaldns2", zone.InternalDns2),
        ("ip6dns1", zone.Ip6Dns1), ("ip6dns2", zone.Ip6Dns2), ("guestcidraddress", zone.GuestCidr), ("domain", Json.NoneIfEmpty(zone.Domain)),
        ("domainid", zone.DomainId), ("domainname", zone.DomainId is null ? null : FreshCloud.RootDomain.Text("name")),
        ("networktype", zone.Basic ? "Basic" : "Advanced"), ("securitygroupsenabled", zone.SecurityGroups), ("gputotal", 0), ("gpuused", 0),
        ("allocationstate", State(zone.Enabled)), ("zonetoken", zone.Token), ("dhcpprovider", zone.DhcpProvider),
        ("capacity", capacities ? Capacities.Of(cloud, zone) : null), ("localstorageenabled", zone.LocalStorage), ("tags", new JsonArray()),
        ("resourcedetails", zone.Details.Count == 0 ? null : Json.Map(zone.Details)), ("allowuserspecifyvrmtu", false),
        ("routerprivateinterfacemaxmtu", 1500), ("routerpublicinterfacemaxmtu", 1500), ("type", zone.Edge ? "Edge" : "Core"), ("isnsxenabled", false),
        ("ismultiarch", false), ("asnrange", ""), ("routedmodeenabled", true), ("hasannotations", cloud.HasAnnotations(zone)));

    public static JsonObject Of(CloudState cloud, ZoneDedication dedication) => Json.Of(
        ("id", dedication.Id), ("zoneid", dedication.ZoneId), ("zonename", cloud.Zones.Find(dedication.ZoneId)?.Name), ("domainid", FreshCloud.RootDomain.Id), ("accountid", dedication.AccountId),
        ("affinitygroupid", dedication.AffinityGroupId));

    public static string State(bool enabled) => enabled ? "Enabled" : "Disabled";
}
