using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class SystemVmAnswer
{
    private const string Template = "5a62a81a-e681-11f1-b6e1-02fc00000001";
    private const string TemplateName = "SystemVM Template (simulator)";

    public static JsonObject Of(CloudState cloud, SystemVm vm)
    {
        var zone = cloud.Zones.Find(vm.ZoneId);
        var host = cloud.Hosts.Find(vm.HostId);
        var range = cloud.IpRanges.Find(vm.IpRangeId);
        var running = vm.State == "Running";
        var destroyed = vm.Removed;
        return Json.Of(
            ("id", vm.Id), ("systemvmtype", vm.ConsoleProxy ? "consoleproxy" : "secondarystoragevm"), ("zoneid", vm.ZoneId), ("zonename", zone?.Name), ("dns1", zone?.Dns1),
            ("dns2", Json.NoneIfEmpty(zone?.Dns2)), ("gateway", destroyed ? null : range?.Gateway), ("name", vm.Name), ("podid", vm.PodId), ("podname", cloud.Pods.Find(vm.PodId)?.Name),
            ("hostid", running ? host?.Id : null), ("hostname", running ? host?.Name : null), ("hostcontrolstate", running ? "Enabled" : null), ("hypervisor", vm.Hypervisor),
            ("privateip", running ? vm.PrivateIp : null), ("privatemacaddress", running ? Mac(vm, 1) : null), ("privatenetmask", running ? cloud.Pods.Find(vm.PodId)?.Netmask : null),
            ("linklocalip", running ? $"169.254.{100 + (vm.Number % 100)}.{1 + (vm.Number % 250)}" : null), ("linklocalmacaddress", running ? Mac(vm, 2) : null),
            ("linklocalnetmask", running ? "255.255.0.0" : null), ("publicip", destroyed ? null : vm.PublicIp), ("publicmacaddress", destroyed ? null : Mac(vm, 3)),
            ("publicnetmask", destroyed ? null : range?.Netmask), ("templateid", Template), ("templatename", TemplateName), ("created", ServerFacts.Date(vm.Created)), ("state", vm.State),
            ("agentstate", vm.ConsoleProxy || destroyed ? null : running ? "Up" : "Disconnected"), ("version", destroyed || vm.ConsoleProxy && !running ? null : cloud.Profile.Version),
            ("activeviewersessions", vm.ConsoleProxy && !destroyed ? 0 : null), ("isdynamicallyscalable", false), ("serviceofferingid", OfferingId(vm)), ("serviceofferingname", OfferingName(vm)),
            ("arch", "x86_64"), ("hasannotations", cloud.HasAnnotations(vm)));
    }

    public static JsonObject Of(CloudState cloud, Volume volume)
    {
        var vm = cloud.SystemVms.Find(volume.SystemVmId)!;
        var pool = cloud.Pools.Find(volume.PoolId);
        var domain = FreshCloud.RootDomain;
        return Json.Of(
            ("id", volume.Id), ("name", volume.Name), ("zoneid", volume.ZoneId), ("zonename", cloud.Zones.Find(volume.ZoneId)?.Name), ("type", "ROOT"), ("deviceid", 0), ("templateid", Template),
            ("templatename", TemplateName), ("templatedisplaytext", TemplateName), ("vmtype", vm.ConsoleProxy ? "ConsoleProxy" : "SecondaryStorageVm"), ("provisioningtype", "thin"), ("size", 0),
            ("created", ServerFacts.Date(volume.Created)), ("state", volume.Destroyed ? "Destroy" : "Ready"), ("account", "system"), ("domainid", domain.Id), ("domain", domain.Text("name")),
            ("domainpath", domain.Text("path")), ("storagetype", pool?.HostId is null ? "shared" : "local"), ("hypervisor", vm.Hypervisor), ("storage", pool?.Name), ("destroyed", volume.Destroyed),
            ("serviceofferingid", vm.ConsoleProxy ? "11" : "3"), ("serviceofferingname", OfferingName(vm)), ("isextractable", false), ("displayvolume", true), ("path", volume.Id),
            ("storageid", pool?.Id), ("quiescevm", false), ("supportsstoragesnapshot", false), ("deleteprotection", false), ("clusterid", pool?.ClusterId),
            ("clustername", cloud.Clusters.Find(pool?.ClusterId)?.Name), ("podid", pool?.PodId), ("podname", cloud.Pods.Find(pool?.PodId)?.Name), ("tags", new JsonArray()),
            ("hasannotations", cloud.HasAnnotations(volume)));
    }

    private static string OfferingId(SystemVm vm) => vm.ConsoleProxy ? "4004a333-b553-47c4-b461-9a094047810b" : "a156c6ea-4e09-46ce-a8f7-9a2815c0d074";

    private static string OfferingName(SystemVm vm) => vm.ConsoleProxy ? "System Offering For Console Proxy" : "System Offering For Secondary Storage VM";

    private static string Mac(SystemVm vm, int nic) => string.Create(CultureInfo.InvariantCulture, $"1e:00:0{nic}:00:{(vm.Number >> 8) & 255:x2}:{vm.Number & 255:x2}");
}
