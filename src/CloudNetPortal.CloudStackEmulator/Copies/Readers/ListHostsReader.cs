using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListHostsReader : ListReader
{
    public override int Order => 40;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.Hosts, row, new Host
    {
        ZoneId = row.Of(cloud.Zones, "zoneid"), PodId = row.MaybeOf(cloud.Pods, "podid") ?? "", ClusterId = row.MaybeOf(cloud.Clusters, "clusterid"), Name = row.Need("name"),
        Type = row.Text("type") ?? "Routing", Hypervisor = row.Text("hypervisor") ?? cloud.Clusters.Find(row.Text("clusterid"))?.Hypervisor ?? "", Address = row.Text("ipaddress") ?? "",
        Url = $"http://{row.Text("ipaddress")}", Tags = row.Text("hosttags"), State = row.Text("state") ?? "Up", ResourceState = row.Text("resourcestate") ?? "Enabled",
    });

    /// <summary>The agent of a system VM belongs to it.</summary>
    public override void Finish(CloudState cloud)
    {
        foreach (var agent in cloud.Hosts.Rows.Where(h => h.Type != "Routing"))
            agent.Url = cloud.SystemVms.Rows.Find(v => v.Name == agent.Name)?.Id ?? agent.Url;
    }
}
