using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicateHost : DedicateResource<Host>
{
    protected override string Kind => "host";

    protected override string NameOf(Host row) => row.Name;

    protected override void Check(Host row)
    {
        if (row.Type != "Routing")
            throw Refusal.State($"Invalid host type for host {row}");
    }

    protected override IEnumerable<(string Word, CloudObject Parent)> Parents(CloudState cloud, Host row) =>
        new (string, CloudObject?)[] { ("Cluster", cloud.Clusters.Find(row.ClusterId)), ("Pod", cloud.Pods.Find(row.PodId)), ("Zone", cloud.Zones.Find(row.ZoneId)) }.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));
}
