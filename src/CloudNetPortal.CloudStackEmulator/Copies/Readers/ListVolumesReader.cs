using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

/// <summary>Disks of system VMs; those of guests are not kept.</summary>
internal sealed class ListVolumesReader : ListReader
{
    public override int Order => 80;

    public override CloudObject? Read(CloudState cloud, ListedRow row)
    {
        if (row.Text("vmtype") is not ("ConsoleProxy" or "SecondaryStorageVm"))
            return null;
        var poolId = row.Text("storageid") ?? "";
        var vm = cloud.SystemVms.Rows.Find(v => v.Name == row.Text("vmname")) ?? cloud.SystemVms.Rows.Find(v => row.Text("name") is { } disk && v.Name.Split('-')[1] == disk[(disk.IndexOf('-') + 1)..]);
        if (vm is null)
            return null;
        vm.PoolId = poolId;
        return Put(cloud.Volumes, row, new Volume { ZoneId = row.Of(cloud.Zones, "zoneid"), PoolId = poolId, SystemVmId = vm.Id, Name = row.Need("name"), Destroyed = row.Text("state") is "Destroy" or "Expunging" });
    }
}
