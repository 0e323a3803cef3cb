using System.Text;
using System.Text.Json;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Import.Exports;

/// <summary>A design as configuration for the Terraform provider cloudstack/cloudstack (0.6). Guest VLANs beyond the first run, labels of some hypervisors and more have no words there.</summary>
public static class TerraformExport
{
    /// <summary>Writes one zone.</summary>
    public static ExportedZone Write(ZoneDesign design)
    {
        var file = new TerraformFile();
        var kind = ZoneKind.Find(design.Kind);
        var zone = file.Resource("zone", design.Name, [
            ("name", design.Name), ("dns1", design.Dns1), ("dns2", design.Dns2), ("internal_dns1", design.InternalDns1), ("internal_dns2", design.InternalDns2), ("ip6_dns1", design.Ip6Dns1), ("ip6_dns2", design.Ip6Dns2),
            ("network_type", kind?.NetworkType ?? "Advanced"), ("guest_cidr_address", design.GuestCidr), ("domain", design.NetworkDomain), ("local_storage_enabled", design.LocalStorageEnabled),
            ("security_group_enabled", kind?.SecurityGroups == true),
        ]);
        foreach (var network in design.PhysicalNetworks) Network(file, zone, network);
        var reach = design.PhysicalNetworks.Find(n => n.Traffic("Public") is not null);
        foreach (var range in design.PublicRanges)
            file.Resource("vlan_ip_range", $"public_{range.StartIp}", [
                ("zone_id", new Reference(zone)), ("for_virtual_network", true), ("gateway", range.Gateway), ("netmask", range.Netmask), ("start_ip", range.StartIp), ("end_ip", range.EndIp ?? range.StartIp),
                ("vlan", string.IsNullOrEmpty(range.Vlan) ? "untagged" : range.Vlan), ("for_system_vms", range.ForSystemVms ? true : null),
            ], reach is null ? [] : file.TrafficOf(reach));
        foreach (var pod in design.Pods) Pod(file, zone, pod);
        foreach (var pool in design.PrimaryStorages) Pool(file, zone, null, null, pool);
        foreach (var store in design.SecondaryStorages)
            file.Resource("secondary_storage", store.Name ?? store.Url ?? "secondary", [("name", store.Name), ("storage_provider", store.Provider ?? "NFS"), ("url", store.Url), ("zone_id", new Reference(zone))]);

        if (kind?.IsEdge == true) file.Unsaid($"{design.Name}: edge zones");
        if (design.DedicatedTo is not null) file.Unsaid($"{design.Name}: dedication of the zone");
        foreach (var network in design.GuestNetworks) file.Unsaid($"{network.Name}: guest networks of the zone");
        foreach (var store in design.StagingStores) file.Unsaid($"{store.Url}: staging stores");
        foreach (var detail in design.Details) file.Unsaid($"{design.Name}: detail {detail.Key}");
        if (design.VmwareDatacenter is { } datacenter) file.Unsaid($"{datacenter.Name}: VMware datacenters");
        foreach (var setting in design.GlobalSettings.Where(s => s.Apply))
            file.Resource("configuration", setting.Name, [("name", setting.Name), ("value", setting.Value ?? "")]);
        if (design.EnableZone) file.Unsaid($"{design.Name}: enabling it at the end, after everything else; do it in CloudStack");
        return file.ToZone($"Zone {design.Name}, written by CloudNetPortal for the provider cloudstack/cloudstack.");
    }

    private static void Network(TerraformFile file, string zone, PhysicalNetwork network)
    {
        var key = file.Resource("physicalnetwork", network.Name, [
            ("name", network.Name), ("zone", new Reference(zone)), ("isolation_methods", network.IsolationMethods), ("broadcast_domain_range", network.BroadcastDomainRange), ("vlan", network.GuestVlans),
        ]);
        if (network.Tags.Count > 0) file.Unsaid($"{network.Name}: tags");
        if (network.VlanDedications.Count > 0) file.Unsaid($"{network.Name}: dedicated guest VLANs");
        foreach (var traffic in network.TrafficTypes)
        {
            file.Resource("traffic_type", $"{network.Name}_{traffic.Type}", [
                ("physical_network_id", new Reference(key)), ("type", traffic.Type), ("kvm_network_label", traffic.LabelFor("KVM")), ("xen_network_label", traffic.LabelFor("XenServer")),
                ("vmware_network_label", traffic.LabelFor("VMware")), ("hyperv_network_label", traffic.LabelFor("Hyperv")), ("ovm3_network_label", traffic.LabelFor("Ovm3")),
            ], of: network);
            if (traffic.LabelFor("Simulator") is not null) file.Unsaid($"{traffic.Type} traffic of {network.Name}: label of the simulator");
        }
        foreach (var provider in network.Providers.Where(p => p.Enabled))
            file.Resource("network_service_provider", $"{network.Name}_{provider.Name}", [("name", provider.Name), ("physical_network_id", new Reference(key)), ("state", "Enabled")], file.TrafficOf(network));
    }

    private static void Pod(TerraformFile file, string zone, Pod pod)
    {
        var first = pod.ManagementRanges.FirstOrDefault();
        var key = file.Resource("pod", pod.Name, [("name", pod.Name), ("zone_id", new Reference(zone)), ("gateway", pod.Gateway), ("netmask", pod.Netmask), ("start_ip", first?.StartIp), ("end_ip", first?.EndIp)]);
        foreach (var range in pod.ManagementRanges.Skip(1)) file.Unsaid($"{pod.Name}: further management range {range.StartIp}–{range.EndIp}");
        foreach (var range in pod.GuestRanges) file.Unsaid($"{pod.Name}: guest range {range.StartIp}–{range.EndIp} of the basic zone's network");
        foreach (var range in pod.StorageRanges)
            file.Resource("storage_network_ip_range", $"{pod.Name}_{range.StartIp}", [
                ("pod_id", new Reference(key)), ("gateway", range.Gateway), ("netmask", range.Netmask), ("start_ip", range.StartIp), ("end_ip", range.EndIp), ("vlan", int.TryParse(range.Vlan, out var vlan) ? vlan : null),
            ]);
        foreach (var cluster in pod.Clusters)
        {
            var clusterKey = file.Resource("cluster", $"{pod.Name}_{cluster.Name}", [
                ("cluster_name", cluster.Name), ("cluster_type", cluster.ClusterType), ("hypervisor", Hypervisor.Find(cluster.Hypervisor)?.Key ?? cluster.Hypervisor), ("pod_id", new Reference(key)), ("zone_id", new Reference(zone)),
                ("url", cluster.Url), ("username", cluster.UserName), ("password", file.Secret(cluster.PasswordRef)),
            ]);
            if (Hypervisor.Find(cluster.Hypervisor)?.HostsAreAdded ?? true)
                foreach (var host in cluster.Hosts)
                    file.Resource("host", host.Device ?? host.Url ?? "host", [
                        ("hypervisor", Hypervisor.Find(cluster.Hypervisor)?.Key ?? cluster.Hypervisor), ("zone_id", new Reference(zone)), ("pod_id", new Reference(key)), ("cluster_id", new Reference(clusterKey)),
                        ("url", host.Url ?? $"http://{host.Device}"), ("username", host.UserName), ("password", file.Secret(host.PasswordRef)),
                    ]);
            foreach (var pool in cluster.PrimaryStorages) Pool(file, zone, key, clusterKey, pool);
        }
    }

    private static void Pool(TerraformFile file, string zone, string? pod, string? cluster, PrimaryStorage pool)
    {
        var isZoneWide = cluster is null || string.Equals(pool.Scope, "zone", StringComparison.OrdinalIgnoreCase);
        file.Resource("storage_pool", pool.Name, [
            ("name", pool.Name), ("url", pool.Url), ("zone_id", new Reference(zone)), ("pod_id", isZoneWide ? null : new Reference(pod!)), ("cluster_id", isZoneWide ? null : new Reference(cluster!)),
            ("scope", isZoneWide ? "ZONE" : "CLUSTER"), ("hypervisor", isZoneWide ? pool.Hypervisor : null), ("storage_provider", pool.Provider), ("tags", pool.Tags),
        ]);
        foreach (var detail in pool.Details) file.Unsaid($"{pool.Name}: detail {detail.Key}");
    }
}

/// <summary>The id of another block.</summary>
/// <param name="Address">Type and name.</param>
internal sealed record Reference(string Address);

/// <summary>A value that is asked for when Terraform runs.</summary>
/// <param name="Variable">Its name.</param>
internal sealed record SecretVariable(string Variable);

/// <summary>Blocks of HCL in the order they were written.</summary>
internal sealed class TerraformFile
{
    private readonly StringBuilder _text = new();
    private readonly Names _names = new();
    private readonly List<string> _unsaid = [];
    private readonly SortedDictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<PhysicalNetwork, List<string>> _traffic = [];

    public void Unsaid(string what) => _unsaid.Add(what);

    public SecretVariable? Secret(string? reference)
    {
        if (reference is null) return null;
        if (!_secrets.TryGetValue(reference, out var name)) _secrets[reference] = name = _names.Of("variable", $"secret_{reference}");
        return new SecretVariable(name);
    }

    public string[] TrafficOf(PhysicalNetwork network) => _traffic.TryGetValue(network, out var traffic) ? [.. traffic] : [];

    public string Resource(string kind, string name, IReadOnlyList<(string Name, object? Value)> arguments, string[]? after = null, PhysicalNetwork? of = null)
    {
        var address = $"cloudstack_{kind}.{_names.Of(kind, name)}";
        if (of is not null) (_traffic.TryGetValue(of, out var list) ? list : _traffic[of] = []).Add(address);
        _text.Append($"\nresource \"cloudstack_{kind}\" \"{address[(address.IndexOf('.', StringComparison.Ordinal) + 1)..]}\" {{\n");
        foreach (var (argument, value) in arguments)
            if (Hcl(value) is { } text) _text.Append($"  {argument} = {text}\n");
        if (after is { Length: > 0 }) _text.Append($"  depends_on = [{string.Join(", ", after)}]\n");
        _text.Append("}\n");
        return address;
    }

    public ExportedZone ToZone(string head)
    {
        var text = new StringBuilder($"# {head}\n");
        foreach (var unsaid in _unsaid) text.Append($"# Not in this file: {unsaid.ReplaceLineEndings(" ")}.\n");
        text.Append("\nterraform {\n  required_providers {\n    cloudstack = {\n      source = \"cloudstack/cloudstack\"\n    }\n  }\n}\n");
        foreach (var secret in _secrets.Values) text.Append($"\nvariable \"{secret}\" {{\n  type      = string\n  sensitive = true\n}}\n");
        return new ExportedZone(text.Append(_text).ToString(), _unsaid, [.. _secrets.Values]);
    }

    private static string? Hcl(object? value) => value switch
    {
        null or "" => null,
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Reference reference => $"{reference.Address}.id",
        SecretVariable secret => $"var.{secret.Variable}",
        IReadOnlyCollection<string> { Count: 0 } => null,
        IReadOnlyCollection<string> list => $"[{string.Join(", ", list.Select(Quote))}]",
        _ => throw new ArgumentException($"No HCL for {value.GetType().Name}.", nameof(value)),
    };

    // ${ and %{ begin templates in HCL.
    private static string Quote(string text) => JsonSerializer.Serialize(text, Json).Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
