using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Snapshots;

/// <summary>A host of an observed zone and the catalogue device it may be.</summary>
/// <param name="Path">Path of the host in the design.</param>
/// <param name="HostId">Its id in the design.</param>
/// <param name="Name">What CloudStack lists as its name.</param>
/// <param name="Address">Its address.</param>
/// <param name="Cluster">Name of its cluster.</param>
/// <param name="Device">Name of the device; null when none fits.</param>
/// <param name="By">Why: address, name, or label. Only address and name are sure.</param>
public sealed record HostLink(string Path, string HostId, string? Name, string? Address, string Cluster, string? Device, HostLinkBy? By);

/// <summary>What a host was recognised by.</summary>
public enum HostLinkBy
{
    /// <summary>The management address of the logical host.</summary>
    Address,
    /// <summary>The name, with or without its domain.</summary>
    Name,
    /// <summary>The only device left that has all bridges which the zone's labels name: a guess.</summary>
    Label,
}

/// <summary>Proposes which catalogue devices the hosts of an observed zone are.</summary>
public static class HostLinks
{
    /// <summary>One line for each host, in the order of the design; a device is proposed once.</summary>
    public static IReadOnlyList<HostLink> Propose(ObservedZone observed, ZoneSnapshot snapshot, CatalogueSnapshot catalogue)
    {
        var rows = snapshot.Rows("listHosts").Where(h => FieldPath.Text(h, "id") is not null).GroupBy(h => FieldPath.Text(h, "id")!).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var free = catalogue.Devices.ToDictionary(d => d.Id);
        var hosts = (from pod in observed.Design.Pods from cluster in pod.Clusters from host in cluster.Hosts select (Pod: pod, Cluster: cluster, Host: host)).ToArray();
        var links = new HostLink[hosts.Length];
        for (var i = 0; i < hosts.Length; i++)
        {
            var (pod, cluster, host) = hosts[i];
            var row = observed.Ids.TryGetValue($"host/{host.Id}", out var id) && rows.TryGetValue(id, out var found) ? found : default;
            var isListed = row.ValueKind == System.Text.Json.JsonValueKind.Object;
            links[i] = new HostLink($"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}", host.Id, isListed ? FieldPath.Text(row, "name") : null, isListed ? FieldPath.Text(row, "ipaddress") : null, cluster.Name, null, null);
        }
        Take(HostLinkBy.Address, (link, _) => free.Values.Where(d => link.Address is not null && d.LogicalHost?.ManagementAddress?.ToString() == link.Address));
        Take(HostLinkBy.Name, (link, _) => free.Values.Where(d => link.Name is not null && (Is(d.Name, link.Name) || Is(d.Name, link.Name.Split('.')[0]))));
        Take(HostLinkBy.Label, (_, cluster) => LabelsOf(observed.Design, cluster) is { Count: > 0 } labels ? free.Values.Where(d => labels.IsSubsetOf(d.Interfaces.Select(f => f.Name).ToHashSet(StringComparer.Ordinal))) : []);
        return links;

        void Take(HostLinkBy by, Func<HostLink, Cluster, IEnumerable<Device>> candidates)
        {
            for (var i = 0; i < links.Length; i++)
                if (links[i].Device is null && candidates(links[i], hosts[i].Cluster).Take(2).ToArray() is [var only])
                {
                    links[i] = links[i] with { Device = only.Name, By = by };
                    free.Remove(only.Id);
                }
        }
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> LabelsOf(ZoneDesign design, Cluster cluster) =>
        Hypervisor.Find(cluster.Hypervisor)?.Key is not "KVM" ? [] : [.. design.PhysicalNetworks.SelectMany(n => n.TrafficTypes).Select(t => t.LabelFor("KVM")).OfType<string>()];
}
