using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>What CloudStack lists of a zone that was pushed as a design says: enough of each list for the rules that compare.</summary>
internal static class ALiveZone
{
    public static ZoneSnapshot Of(ZoneDesign design, string? secondaryStorageVm = null)
    {
        var lists = new Dictionary<string, IReadOnlyList<JsonElement>>();
        void List(string command, IEnumerable<JsonObject> rows) => lists[command] = [.. rows.Select(r => JsonSerializer.SerializeToElement(r))];
        var kind = ZoneKind.Find(design.Kind)!;
        List("listZones", [new() { ["id"] = "zone-1", ["name"] = design.Name, ["networktype"] = kind.NetworkType, ["securitygroupsenabled"] = kind.SecurityGroups, ["type"] = kind.IsEdge ? "Edge" : "Core", ["allocationstate"] = "Enabled", ["dns1"] = design.Dns1, ["internaldns1"] = design.InternalDns1, ["guestcidraddress"] = design.GuestCidr }]);
        List("listPhysicalNetworks", design.PhysicalNetworks.Select(n => new JsonObject { ["id"] = $"pn-{n.Id}", ["name"] = n.Name, ["isolationmethods"] = string.Join(',', n.IsolationMethods), ["vlan"] = n.GuestVlans, ["state"] = "Enabled", ["broadcastdomainrange"] = "ZONE" }));
        List("listTrafficTypes", design.PhysicalNetworks.SelectMany(n => n.TrafficTypes.Select(t => new JsonObject { ["id"] = $"tt-{n.Id}{t.Id}", ["physicalnetworkid"] = $"pn-{n.Id}", ["traffictype"] = t.Type, ["kvmnetworklabel"] = t.LabelFor("KVM") })));
        List("listVlanIpRanges", design.PublicRanges.Select(r => new JsonObject { ["id"] = $"vr-{r.Id}", ["forvirtualnetwork"] = true, ["startip"] = r.StartIp, ["endip"] = r.EndIp, ["gateway"] = r.Gateway, ["netmask"] = r.Netmask, ["vlan"] = $"vlan://{r.Vlan ?? "untagged"}", ["zoneid"] = "zone-1" }));
        List("listPods", design.Pods.Select(p => new JsonObject
        {
            ["id"] = $"pod-{p.Id}", ["name"] = p.Name, ["gateway"] = p.Gateway, ["netmask"] = p.Netmask, ["allocationstate"] = "Enabled",
            ["ipranges"] = new JsonArray([.. p.ManagementRanges.Select(r => (JsonNode)new JsonObject { ["startip"] = r.StartIp, ["endip"] = r.EndIp, ["forsystemvms"] = "0", ["vlanid"] = "vlan://untagged" })]),
        }));
        List("listStorageNetworkIpRange", design.Pods.SelectMany(p => p.StorageRanges.Select(r => new JsonObject { ["id"] = $"sr-{r.Id}", ["podid"] = $"pod-{p.Id}", ["startip"] = r.StartIp, ["endip"] = r.EndIp, ["gateway"] = r.Gateway, ["netmask"] = r.Netmask })));
        if (secondaryStorageVm is not null)
            List("listSystemVms", [new() { ["id"] = "s-1", ["name"] = "s-1-VM", ["systemvmtype"] = "secondarystoragevm", ["state"] = secondaryStorageVm }]);
        return new ZoneSnapshot("zone-1", ALab.Now, lists);
    }

    /// <summary>The same with one guest network that runs on a VLAN of a physical network.</summary>
    public static ZoneSnapshot WithNetwork(ZoneDesign design, string physicalNetwork, string name, string vlan, string account)
    {
        var snapshot = Of(design);
        var row = JsonSerializer.SerializeToElement(new JsonObject { ["id"] = "net-1", ["name"] = name, ["physicalnetworkid"] = $"pn-{design.PhysicalNetworks.Find(n => n.Name == physicalNetwork)!.Id}", ["vlan"] = vlan, ["broadcasturi"] = $"vlan://{vlan.Replace("vlan://", "")}", ["account"] = account });
        return snapshot with { Lists = new Dictionary<string, IReadOnlyList<JsonElement>>(snapshot.Lists) { ["listNetworks"] = [row] } };
    }
}
