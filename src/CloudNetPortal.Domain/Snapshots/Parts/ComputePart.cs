using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>VMware datacenter, clusters and hosts.</summary>
public sealed class ComputePart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        Datacenter(observation);
        if (!observation.Has("listClusters")) return;
        foreach (var pod in observation.Design.Pods)
        {
            var rows = observation.Rows("listClusters").Where(c => FieldPath.Text(c, "podid") == observation.Ids.GetValueOrDefault(PodsSection.KeyOf(pod))).OrderBy(c => FieldPath.Text(c, "name"), StringComparer.Ordinal);
            foreach (var (cluster, row) in observation.Pair(pod.Clusters, rows, ComputeSection.KeyOf, r => new Cluster { Id = Observation.IdFor(r), Hypervisor = "", ClusterType = "" },
                (c, r) => string.Equals(c.Name, FieldPath.Text(r, "name"), StringComparison.OrdinalIgnoreCase)))
            {
                Take(observation, pod, cluster, row);
                if (observation.Has("listHosts")) Hosts(observation, pod, cluster, row);
            }
        }
    }

    private static void Datacenter(Observation observation)
    {
        if (!observation.Has("listVmwareDcs")) return;
        var design = observation.Design;
        if (observation.Rows("listVmwareDcs") is not [var row, ..])
        {
            design.VmwareDatacenter = null;
            return;
        }
        var datacenter = design.VmwareDatacenter ??= new VmwareDatacenter { Id = Observation.IdFor(row) };
        observation.Learn("vmware-datacenter", row);
        datacenter.Name = Observation.Take(datacenter.Name, row, "name") ?? "";
        datacenter.VCenter = Observation.Take(datacenter.VCenter, row, "vcenter") ?? "";
        observation.NotKnown("vmwareDatacenter", $"VMware datacenter {datacenter.Name}", UnknownKind.Secret, "The user name and password for vCenter are not told.");
    }

    private static void Take(Observation observation, Pod pod, Cluster cluster, JsonElement row)
    {
        var path = $"pods/{pod.Id}/clusters/{cluster.Id}";
        cluster.Name = Observation.Take(cluster.Name, row, "name") ?? "";
        if (Hypervisor.Find(cluster.Hypervisor)?.Key != (FieldPath.Text(row, "hypervisortype") is { } type ? Hypervisor.Find(type)?.Key ?? type : null)) cluster.Hypervisor = FieldPath.Text(row, "hypervisortype") ?? "";
        cluster.ClusterType = Observation.Take(cluster.ClusterType, row, "clustertype") ?? "";
        // Without a wish CloudStack takes x86_64.
        if (!string.IsNullOrEmpty(cluster.Architecture) || FieldPath.Text(row, "arch") is not (null or "" or "x86_64")) cluster.Architecture = Observation.Take(cluster.Architecture, row, "arch");
        observation.Expect(path, row, "allocationstate", "Enabled");
        observation.Expect(path, row, "managedstate", "Managed");
        foreach (var ratio in (string[])["cpuovercommitratio", "memoryovercommitratio"])
            if (FieldPath.Text(row, ratio) is { Length: > 0 } value and not "1.0" and not "1") observation.NotKnown(path, $"cluster {cluster.Name}", UnknownKind.NoPlace, $"Its {ratio} is {value}.");
        if (Hypervisor.Find(cluster.Hypervisor) is Vmware) observation.NotKnown(path, $"cluster {cluster.Name}", UnknownKind.Secret, "The vCenter address and sign-in it was added with are not told.");
    }

    private static void Hosts(Observation observation, Pod pod, Cluster cluster, JsonElement clusterRow)
    {
        // Hosts of vCenter come and go without anybody adding them to CloudStack.
        var areAdded = Hypervisor.Find(cluster.Hypervisor)?.HostsAreAdded ?? true;
        if (!areAdded && cluster.Hosts.Count == 0 && !observation.IsImport) return;
        var hasKeys = Hypervisor.Find(cluster.Hypervisor) is not Simulator;
        var rows = observation.Rows("listHosts").Where(h => FieldPath.Text(h, "clusterid") == FieldPath.Text(clusterRow, "id") && FieldPath.Text(h, "type") is null or "Routing")
            .OrderBy(h => Ipv4.TryParse(FieldPath.Text(h, "ipaddress"), out var address) ? address.Value : uint.MaxValue).ThenBy(h => FieldPath.Text(h, "name"), StringComparer.Ordinal);
        foreach (var (host, row) in observation.Pair(cluster.Hosts, rows, ComputeSection.KeyOf, r => MakeFor(cluster, r, hasKeys),
            (h, r) => hasKeys && AddressOf(h) is { } address && address == FieldPath.Text(r, "ipaddress"), (h, r) => h.Device is not null && IsNamed(h.Device, FieldPath.Text(r, "name")),
            // Simulated hosts, and hosts known by name only: one is as good as another.
            (h, _) => !hasKeys || AddressOf(h) is null))
            Take(observation, $"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}", cluster, host, row, hasKeys);
    }

    private static Host MakeFor(Cluster cluster, JsonElement row, bool hasKeys) => new()
    {
        Id = Observation.IdFor(row), Url = hasKeys ? $"http://{FieldPath.Text(row, "ipaddress")}" : $"http://sim/{Safe(cluster.Name)}/{Observation.IdFor(row)}",
    };

    private static void Take(Observation observation, string path, Cluster cluster, Host host, JsonElement row, bool hasKeys)
    {
        var tags = FieldPath.Text(row, "explicithosttags") ?? FieldPath.Text(row, "hosttags");
        host.Tags = Observation.TakeWords(host.Tags, tags);
        if (hasKeys && AddressOf(host) is { } address && FieldPath.Text(row, "ipaddress") is { Length: > 0 } listed && listed != address) host.Url = $"http://{listed}";
        observation.Expect(path, row, "resourcestate", "Enabled");
        if (!observation.IsImport) return;
        var title = $"host {FieldPath.Text(row, "name")}";
        if (!hasKeys) observation.NotKnown(path, title, UnknownKind.NotListed, "The address it was added with is not listed for simulated hosts; one was made up.");
        else if (Hypervisor.Find(cluster.Hypervisor)?.HostsAreAdded ?? true)
            observation.NotKnown(path, title, UnknownKind.Secret, "Its user name and password are not told; they are needed only to add the host again.");
        if (FieldPath.Text(row, "hostha.haenable") == "true") observation.NotKnown(path, title, UnknownKind.NoPlace, "Host HA is on.");
        if (FieldPath.Text(row, "outofbandmanagement.enabled") == "true") observation.NotKnown(path, title, UnknownKind.NoPlace, "Out-of-band management is on.");
        if (Observation.Flag(row, "istagarule")) observation.NotKnown(path, title, UnknownKind.NoPlace, "Its tag is a rule.");
    }

    private static string? AddressOf(Host host) =>
        Uri.TryCreate(host.Url, UriKind.Absolute, out var uri) && Ipv4.TryParse(uri.Host, out _) ? uri.Host : Ipv4.TryParse(host.Url, out _) ? host.Url : null;

    // CloudStack lists what the host calls itself, with or without its domain.
    private static bool IsNamed(string device, string? name) => name is not null && (string.Equals(device, name, StringComparison.OrdinalIgnoreCase) || string.Equals(device, name.Split('.')[0], StringComparison.OrdinalIgnoreCase));

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'));
}
