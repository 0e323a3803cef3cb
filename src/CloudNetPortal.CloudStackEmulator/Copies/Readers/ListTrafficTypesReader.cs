using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListTrafficTypesReader : ListReader
{
    public override int Order => 30;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.TrafficTypes, row, new TrafficType
    {
        PhysicalNetworkId = row.Of(cloud.PhysicalNetworks, "physicalnetworkid"), Type = row.Need("traffictype"), XenLabel = row.Text("xennetworklabel"), KvmLabel = row.Text("kvmnetworklabel"),
        VmwareLabel = row.Text("vmwarenetworklabel"), HypervLabel = row.Text("hypervnetworklabel"), Ovm3Label = row.Text("ovm3networklabel"), Vlan = row.Text("vlan"),
    });
}
