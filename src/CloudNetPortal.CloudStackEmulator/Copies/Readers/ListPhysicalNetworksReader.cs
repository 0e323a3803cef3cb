using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListPhysicalNetworksReader : ListReader
{
    public override int Order => 20;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.PhysicalNetworks, row, new PhysicalNetwork
    {
        ZoneId = row.Of(cloud.Zones, "zoneid"), Name = row.Need("name"), Tag = row.Text("tags"), Isolation = row.Text("isolationmethods"), Speed = row.Text("networkspeed"),
        DomainId = row.Text("domainid"), BroadcastDomainRange = row.Text("broadcastdomainrange") ?? "ZONE", Enabled = row.Enabled("state"), Vlans = Vlans(row),
    });

    private static List<VlanSpan> Vlans(ListedRow row)
    {
        var spans = new List<VlanSpan>();
        foreach (var part in (row.Text("vlan") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (int.TryParse(ends[0], out var first) && int.TryParse(ends[^1], out var last))
                spans.Add(new VlanSpan(first, last));
            else
                row.Wrong($"vlan {part} is no range of numbers");
        }
        return spans;
    }
}
