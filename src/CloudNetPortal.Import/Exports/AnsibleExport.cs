using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Import.Exports;

/// <summary>A design as a playbook for the Ansible collection ngine_io.cloudstack. XenServer labels are written, although its module traffic_type never sends them.</summary>
public static class AnsibleExport
{
    /// <summary>Writes one zone.</summary>
    public static ExportedZone Write(ZoneDesign design)
    {
        var book = new Playbook();
        var kind = ZoneKind.Find(design.Kind);
        var zone = design.Name;
        (string, object?)[] fields =
        [
            ("name", zone), ("dns1", design.Dns1), ("dns2", design.Dns2), ("dns1_ipv6", design.Ip6Dns1), ("dns2_ipv6", design.Ip6Dns2), ("internal_dns1", design.InternalDns1), ("internal_dns2", design.InternalDns2),
            ("guest_cidr_address", design.GuestCidr), ("network_domain", design.NetworkDomain), ("network_type", kind?.NetworkType ?? "Advanced"), ("local_storage_enabled", design.LocalStorageEnabled),
            ("securitygroups_enabled", kind?.SecurityGroups == true),
        ];
        book.Task($"Zone {zone}", "zone", [.. fields, ("state", "present")]);
        foreach (var network in design.PhysicalNetworks) Network(book, zone, network);
        foreach (var network in design.GuestNetworks)
            book.Task($"Guest network {network.Name}", "network", [
                ("name", network.Name), ("display_text", network.DisplayText), ("network_offering", network.Offering), ("zone", zone), ("gateway", network.Gateway), ("netmask", network.Netmask), ("start_ip", network.StartIp),
                ("end_ip", network.EndIp), ("vlan", network.Vlan), ("state", "present"),
            ]);
        foreach (var pod in design.Pods) Pod(book, zone, pod, design.GuestNetworks.FirstOrDefault()?.Name);
        foreach (var range in design.PublicRanges)
            book.Task($"Public range {range.StartIp}", "vlan_ip_range", [
                ("zone", zone), ("for_virtual_network", true), ("gateway", range.Gateway), ("netmask", range.Netmask), ("start_ip", range.StartIp), ("end_ip", range.EndIp), ("vlan", string.IsNullOrEmpty(range.Vlan) ? "untagged" : range.Vlan),
                ("for_system_vms", range.ForSystemVms ? true : null), ("account", range.DedicatedTo?.Account), ("domain", range.DedicatedTo?.Domain), ("state", "present"),
            ]);
        foreach (var pool in design.PrimaryStorages) Pool(book, zone, null, null, pool);
        foreach (var store in design.SecondaryStorages)
            book.Task($"Secondary storage {store.Name ?? store.Url}", "image_store", [("name", store.Name ?? store.Url), ("url", store.Url), ("provider", store.Provider ?? "NFS"), ("zone", zone), ("state", "present")]);
        foreach (var setting in design.GlobalSettings.Where(s => s.Apply)) book.Task($"Setting {setting.Name}", "configuration", [("name", setting.Name), ("value", setting.Value ?? "")]);
        foreach (var store in design.StagingStores) book.Unsaid($"{store.Url}: staging stores");
        foreach (var detail in design.Details) book.Unsaid($"{zone}: detail {detail.Key}");
        if (design.DedicatedTo is not null) book.Unsaid($"{zone}: dedication of the zone");
        if (design.Ip6Dns1 is not null || design.Ip6Dns2 is not null) book.Unsaid($"{zone}: the module knows dns1_ipv6 and dns2_ipv6 and sends them under names that CloudStack ignores");
        if (kind?.IsEdge == true) book.Unsaid($"{zone}: edge zones");
        if (design.VmwareDatacenter is { } datacenter) book.Unsaid($"{datacenter.Name}: VMware datacenters");
        if (design.EnableZone) book.Task($"Enable zone {zone}", "zone", [.. fields, ("state", "enabled")]);
        return book.ToZone(zone);
    }

    private static void Network(Playbook book, string zone, PhysicalNetwork network)
    {
        book.Task($"Physical network {network.Name}", "physical_network", [
            ("name", network.Name), ("zone", zone), ("isolation_method", network.IsolationMethods.FirstOrDefault()), ("broadcast_domain_range", network.BroadcastDomainRange), ("tags", network.Tags.FirstOrDefault()), ("state", "present"),
        ]);
        foreach (var traffic in network.TrafficTypes)
        {
            book.Task($"{traffic.Type} traffic on {network.Name}", "traffic_type", [
                ("physical_network", network.Name), ("traffic_type", traffic.Type), ("zone", zone), ("kvm_networklabel", traffic.LabelFor("KVM")), ("xen_networklabel", traffic.LabelFor("XenServer")),
                ("vmware_networklabel", traffic.LabelFor("VMware")), ("hyperv_networklabel", traffic.LabelFor("Hyperv")), ("ovm3_networklabel", traffic.LabelFor("Ovm3")), ("state", "present"),
            ]);
            if (traffic.LabelFor("XenServer") is not null) book.Unsaid($"{traffic.Type} traffic of {network.Name}: the module knows xen_networklabel and never sends it");
        }
        book.Task($"Enable {network.Name}", "physical_network", [
            ("name", network.Name), ("zone", zone), ("vlan", network.GuestVlans), ("nsps_enabled", Array(network.Providers.Where(p => p.Enabled).Select(p => p.Name))), ("state", "enabled"),
        ]);
        foreach (var dedication in network.VlanDedications) book.Unsaid($"{network.Name}: dedicated guest VLANs {dedication.Vlans}");
    }

    private static void Pod(Playbook book, string zone, Pod pod, string? guestNetwork)
    {
        var first = pod.ManagementRanges.FirstOrDefault();
        book.Task($"Pod {pod.Name}", "pod", [("name", pod.Name), ("zone", zone), ("gateway", pod.Gateway), ("netmask", pod.Netmask), ("start_ip", first?.StartIp), ("end_ip", first?.EndIp), ("state", "present")]);
        foreach (var range in pod.ManagementRanges.Skip(1)) book.Unsaid($"{pod.Name}: further management range {range.StartIp}–{range.EndIp}");
        foreach (var range in pod.StorageRanges) book.Unsaid($"{pod.Name}: storage range {range.StartIp}–{range.EndIp}");
        foreach (var range in pod.GuestRanges)
            book.Task($"Guest range {range.StartIp} of {pod.Name}", "vlan_ip_range", [
                ("zone", zone), ("pod", pod.Name), ("network", guestNetwork), ("gateway", range.Gateway), ("netmask", range.Netmask), ("start_ip", range.StartIp), ("end_ip", range.EndIp), ("vlan", "untagged"), ("state", "present"),
            ]);
        foreach (var cluster in pod.Clusters)
        {
            var hypervisor = Hypervisor.Find(cluster.Hypervisor)?.Key ?? cluster.Hypervisor;
            book.Task($"Cluster {cluster.Name}", "cluster", [
                ("name", cluster.Name), ("zone", zone), ("pod", pod.Name), ("hypervisor", hypervisor), ("cluster_type", cluster.ClusterType), ("url", cluster.Url), ("username", cluster.UserName), ("password", book.Secret(cluster.PasswordRef)),
                ("state", "present"),
            ]);
            if (Hypervisor.Find(cluster.Hypervisor)?.HostsAreAdded ?? true)
                foreach (var host in cluster.Hosts)
                    book.Task($"Host {host.Device ?? host.Url}", "host", [
                        ("url", host.Url ?? $"http://{host.Device}"), ("username", host.UserName), ("password", book.Secret(host.PasswordRef)), ("zone", zone), ("pod", pod.Name), ("cluster", cluster.Name), ("hypervisor", hypervisor),
                        ("host_tags", Array(host.Tags)), ("state", "present"),
                    ]);
            foreach (var pool in cluster.PrimaryStorages) Pool(book, zone, pod.Name, cluster.Name, pool);
        }
    }

    private static void Pool(Playbook book, string zone, string? pod, string? cluster, PrimaryStorage pool)
    {
        var isZoneWide = cluster is null || string.Equals(pool.Scope, "zone", StringComparison.OrdinalIgnoreCase);
        book.Task($"Primary storage {pool.Name}", "storage_pool", [
            ("name", pool.Name), ("storage_url", pool.Url), ("zone", zone), ("pod", isZoneWide ? null : pod), ("cluster", isZoneWide ? null : cluster), ("scope", isZoneWide ? "zone" : "cluster"),
            ("hypervisor", isZoneWide ? pool.Hypervisor : null), ("provider", pool.Provider), ("storage_tags", Array((pool.Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))), ("state", "present"),
        ]);
        foreach (var detail in pool.Details) book.Unsaid($"{pool.Name}: detail {detail.Key}");
    }

    private static JsonArray? Array(IEnumerable<string> words) => words.ToArray() is { Length: > 0 } some ? [.. some.Select(w => JsonValue.Create(w))] : null;
}

/// <summary>Tasks in the order they run.</summary>
internal sealed class Playbook
{
    private readonly JsonArray _tasks = [];
    private readonly Names _names = new();
    private readonly List<string> _unsaid = [];
    private readonly SortedDictionary<string, string> _secrets = new(StringComparer.Ordinal);

    public void Unsaid(string what) => _unsaid.Add(what);

    public string? Secret(string? reference)
    {
        if (reference is null) return null;
        if (!_secrets.TryGetValue(reference, out var name)) _secrets[reference] = name = _names.Of("variable", $"secret_{reference}");
        return $"{{{{ {name} }}}}";
    }

    public void Task(string name, string module, IReadOnlyList<(string Name, object? Value)> arguments)
    {
        var values = new JsonObject();
        foreach (var (argument, value) in arguments)
            if (value is not (null or "")) values[argument] = value switch { bool flag => flag, JsonArray list => list, _ => JsonValue.Create(value.ToString()) };
        _tasks.Add((JsonNode)new JsonObject { ["name"] = name, [$"ngine_io.cloudstack.{module}"] = values });
    }

    public ExportedZone ToZone(string zone)
    {
        var play = new JsonArray(new JsonObject { ["name"] = $"Zone {zone}", ["hosts"] = "localhost", ["connection"] = "local", ["gather_facts"] = false, ["tasks"] = _tasks });
        var head = $"---\n# Zone {zone}, written by CloudNetPortal for the collection ngine_io.cloudstack.\n{string.Concat(_unsaid.Select(u => $"# Not in this file: {u.ReplaceLineEndings(" ")}.\n"))}{string.Concat(_secrets.Values.Select(s => $"# Secret variable: {s}\n"))}";
        return new ExportedZone(head + YamlText.Of(play), _unsaid, [.. _secrets.Values]);
    }
}
