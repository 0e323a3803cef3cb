using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicatePod : DedicateResource<Pod>
{
    protected override string Kind => "pod";

    protected override string NameOf(Pod row) => row.Name;

    protected override IEnumerable<(string Word, CloudObject Parent)> Parents(CloudState cloud, Pod row) => [("Zone", cloud.Zones.Find(row.ZoneId)!)];
}
