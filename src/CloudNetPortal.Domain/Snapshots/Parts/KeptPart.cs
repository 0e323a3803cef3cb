using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Zone, pods, clusters and hosts that are kept for one domain or account.</summary>
public sealed class KeptPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        var design = observation.Design;
        design.DedicatedTo = OwnerOf(observation, "listDedicatedZones", "zoneid", ZoneSection.Zone, design.DedicatedTo, "dedicatedTo", $"zone {design.Name}");
        foreach (var pod in design.Pods)
        {
            pod.DedicatedTo = OwnerOf(observation, "listDedicatedPods", "podid", PodsSection.KeyOf(pod), pod.DedicatedTo, $"pods/{pod.Id}", $"pod {pod.Name}");
            foreach (var cluster in pod.Clusters)
            {
                var path = $"pods/{pod.Id}/clusters/{cluster.Id}";
                cluster.DedicatedTo = OwnerOf(observation, "listDedicatedClusters", "clusterid", ComputeSection.KeyOf(cluster), cluster.DedicatedTo, path, $"cluster {cluster.Name}");
                foreach (var host in cluster.Hosts)
                    host.DedicatedTo = OwnerOf(observation, "listDedicatedHosts", "hostid", ComputeSection.KeyOf(host), host.DedicatedTo, $"{path}/hosts/{host.Id}", $"host {host.Device ?? host.Url}");
            }
        }
    }

    private static Owner? OwnerOf(Observation observation, string list, string field, string key, Owner? expected, string path, string title)
    {
        if (!observation.Has(list) || !observation.Ids.TryGetValue(key, out var id)) return expected;
        var rows = observation.Rows(list).Where(d => FieldPath.Text(d, field) == id).ToArray();
        if (rows is not [var row, ..]) return null;
        var domain = observation.Rows("listDomains").Where(d => FieldPath.Text(d, "id") == FieldPath.Text(row, "domainid")).Select(d => FieldPath.Text(d, "path")).FirstOrDefault();
        var hasAccount = FieldPath.Text(row, "accountid") is { Length: > 0 };
        if (expected is not null && string.Equals(expected.Domain, domain, StringComparison.OrdinalIgnoreCase) && hasAccount == expected.Account is { Length: > 0 }) return expected;
        if (hasAccount) observation.NotKnown(path, title, UnknownKind.NotListed, "It is kept for one account; CloudStack lists the account's id only, not its name.");
        return new Owner { Domain = domain, Account = hasAccount ? expected?.Account : null };
    }
}
