using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

/// <summary>The server lists these with internal numbers of network and zone, so their network is found by its VLANs.</summary>
internal sealed class ListDedicatedGuestVlanRangesReader : ListReader
{
    public override int Order => 40;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var ends = row.Need("guestvlanrange").Split('-');
        if (!int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last))
        {
            row.Wrong($"guestvlanrange {row.Text("guestvlanrange")} is no range of numbers");
            (first, last) = (0, 0);
        }
        var dedication = new VlanDedication { First = first, Last = last, Account = row.Text("account") ?? "" };
        if (Network(cloud, row, new VlanSpan(first, last)) is { } network)
            dedication.PhysicalNetworkId = network.Id;
        return Put(cloud.Dedications, row, dedication);
    }

    private static PhysicalNetwork? Network(CloudState cloud, ListedRow row, VlanSpan span)
    {
        var named = row.Text("physicalnetworkid");
        if (cloud.PhysicalNetworks.Find(named) is { } byId)
            return byId;
        var holding = cloud.PhysicalNetworks.Rows.Where(n => n.Vlans.Exists(v => v.Contains(span.First) && v.Contains(span.Last))).ToList();
        // Once a network is known by its number, the number tells it apart from another one with the same VLANs.
        if (!long.TryParse(named, out var number) || holding.Count == 0)
            return holding.FirstOrDefault();
        var network = cloud.Dedications.Rows.Select(d => cloud.PhysicalNetworks.Find(d.PhysicalNetworkId)).FirstOrDefault(n => n?.Number == number)
            ?? holding.Find(n => !cloud.Dedications.Rows.Exists(d => d.PhysicalNetworkId == n.Id)) ?? holding[0];
        Renumber(cloud.PhysicalNetworks, network, number);
        if (cloud.Zones.Find(network.ZoneId) is { } zone && long.TryParse(row.Text("zoneid"), out var zoneNumber))
            Renumber(cloud.Zones, zone, zoneNumber);
        return network;
    }

    private static void Renumber<T>(Table<T> table, T row, long number) where T : CloudObject
    {
        if (row.Number == number)
            return;
        if (table.FindNumber(number) is { } other)
            other.Number = table.Next++;
        row.Number = number;
        table.Next = Math.Max(table.Next, number + 1);
    }
}
