using System.Text.Json;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Proposals;

/// <summary>Moves hosts into another cluster of the zone, as answers of a guided fix.</summary>
internal static class HostMoves
{
    /// <param name="facts">Facts.</param>
    /// <param name="hosts">The odd ones.</param>
    /// <param name="fits">Which clusters take them.</param>
    public static IEnumerable<Fix> To(RuleFacts facts, IReadOnlyList<HostFacts> hosts, Func<Cluster, bool> fits)
    {
        var answers = from pod in facts.Design.Pods
                      from cluster in pod.Clusters
                      where !hosts.Any(h => h.Cluster == cluster) && fits(cluster)
                      select new Fix($"Into {cluster.Name} of pod {pod.Name}", [.. hosts.SelectMany(h => Edits(h, DesignPath.Of(pod, cluster, h.Host)))]) { Note = $"{cluster.Hosts.Count} hosts now" };
        var own = hosts[0].Pod;
        var made = new Cluster { Id = $"{hosts[0].Cluster.Id}-2", Name = $"{hosts[0].Cluster.Name}-2", Hypervisor = Known(hosts[0]) ?? hosts[0].Cluster.Hypervisor, ClusterType = hosts[0].Cluster.ClusterType };
        var alone = own.Clusters.Exists(c => c.Id == made.Id || c.Name == made.Name) ? [] : new[]
        {
            new Fix($"Into a new cluster {made.Name} of pod {own.Name}", [new FieldEdit(DesignPath.Of(own, made), null, JsonSerializer.SerializeToNode(made, DesignJson.Options)), .. hosts.SelectMany(h => Edits(h, DesignPath.Of(own, made, h.Host)))]) { Note = "it needs primary storage of its own" },
        };
        return Fix.Choose(hosts.Count == 1 ? $"Move {hosts[0].Name}" : $"Move {hosts.Count} hosts", [.. answers, .. alone]);
    }

    private static string? Known(HostFacts host) => Domain.Zones.Hypervisors.Hypervisor.Find(host.Device?.LogicalHost?.Hypervisor)?.Key;

    private static FieldEdit[] Edits(HostFacts host, string to)
    {
        var node = JsonSerializer.SerializeToNode(host.Host, DesignJson.Options);
        return [new FieldEdit(host.Path, node, null), new FieldEdit(to, null, node!.DeepClone())];
    }
}
