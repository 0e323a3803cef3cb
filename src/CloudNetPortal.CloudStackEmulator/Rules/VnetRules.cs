using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>The guest VLANs of a physical network: how a set is read, and what may be left out of it.</summary>
internal static class VnetRules
{
    /// <summary>CS-212 to CS-215. The text is split as the server's language splits: empty parts at the end do not count.</summary>
    public static List<VlanSpan> Read(CloudState cloud, PhysicalNetwork network, string text)
    {
        var spans = new List<VlanSpan>();
        var (min, max) = Bounds(network);
        var between = $" between {min} and {max}";
        foreach (var range in SplitLikeJava(text, ','))
        {
            var ends = SplitLikeJava(range, '-');
            if (network.Isolation is { } isolation && isolation.Contains("VXLAN", StringComparison.Ordinal))
                UniqueInZone(cloud, network, ends);
            if (ends is [""])
                return spans;
            if (ends.Count < 2)
                throw Refusal.Value($"Please provide valid vnet range. vnet range should be a comma separated list of vlan ranges. example 500-500,600-601{between}");
            if (!JavaNumber.TryRead(ends[0], out var first) || !JavaNumber.TryRead(ends[1], out var last))
                throw Refusal.Value($"Please provide valid vnet range. The vnet range should be a comma separated list example 2001-2012,3000-3005.{between}");
            if (first < min || last > max)
                throw Refusal.Value($"Vnet range has to be{between}");
            if (first > last)
                throw Refusal.Value($"Vnet range has to be{between} and start range should be lesser than or equal to stop range");
            spans.Add(new VlanSpan(first, last));
        }
        return spans;
    }

    /// <summary>Replaces the whole set (CS-217, CS-218, CS-219); an empty text removes every VLAN.</summary>
    public static void Replace(CloudState cloud, PhysicalNetwork network, string text)
    {
        var wanted = text.Length == 0 ? [] : Read(cloud, network, text);
        if (wanted.Count == 0)
        {
            if (network.Allocated.Count > 0)
                throw Refusal.Value($"physicalnetwork {network.Name} has {network.Allocated.Count} vnets in use");
        }
        else
        {
            foreach (var removed in VlanSet.Subtract(network.Vlans, VlanSet.Merge(wanted)))
                Removable(cloud, network, removed);
        }
        network.Vlans = VlanSet.Merge(wanted);
    }

    private static void Removable(CloudState cloud, PhysicalNetwork network, VlanSpan removed)
    {
        if (network.Allocated.Exists(removed.Contains))
            throw Refusal.Value($"physicalnetwork {network.Name} has allocated vnets in the range {removed}");
        foreach (var dedicated in cloud.Dedications.Present.Where(d => d.PhysicalNetworkId == network.Id).Select(d => new VlanSpan(d.First, d.Last)))
        {
            // Only the ends of the removed part are looked at: one that swallows a dedicated range whole passes.
            if (dedicated.Contains(removed.First) || dedicated.Contains(removed.Last))
            {
                throw Refusal.Value($"Vnet range {dedicated} is dedicated to an account. The specified range {removed} overlaps with the dedicated range " +
                    " Please release the overlapping dedicated range before deleting the range");
            }
        }
    }

    /// <summary>CS-215: only the ends of a VXLAN range are looked up.</summary>
    private static void UniqueInZone(CloudState cloud, PhysicalNetwork network, List<string> ends)
    {
        foreach (var end in ends)
        {
            if (JavaNumber.TryRead(end, out var vni) && cloud.PhysicalNetworks.Present.Any(n => n.ZoneId == network.ZoneId && n.Id != network.Id && n.Vlans.Exists(v => v.Contains(vni))))
                throw Refusal.Value($"VNI {end} already exists on another network in zone ({cloud.Zones.Find(network.ZoneId)}), please specify a unique range");
        }
    }

    /// <summary>CS-213.</summary>
    private static (long Min, long Max) Bounds(PhysicalNetwork network) => network.Isolation switch
    {
        { } i when i.Contains("GRE", StringComparison.Ordinal) => (0, 4294967295),
        { } i when i.Contains("VXLAN", StringComparison.Ordinal) || i.Contains("Netris", StringComparison.Ordinal) => (0, 16777214),
        _ => (0, 4095),
    };

    public static List<string> SplitLikeJava(string text, char separator)
    {
        var parts = text.Split(separator).ToList();
        while (parts.Count > 1 && parts[^1].Length == 0)
            parts.RemoveAt(parts.Count - 1);
        return parts;
    }
}
