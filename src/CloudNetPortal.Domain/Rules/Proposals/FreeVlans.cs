using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Proposals;

/// <summary>VLANs that nobody has, as answers of a guided fix. Reads <see cref="Reads"/> besides what the rule itself reads.</summary>
internal static class FreeVlans
{
    /// <summary>What the ledger is made of.</summary>
    public const Reads Reads = Rules.Reads.Legs | Rules.Reads.Tagged | Rules.Reads.Addresses | Rules.Reads.OtherZones;

    /// <summary>VLANs 2–4094 that no claim of this zone or of another zone of the cloud and no documented subnet has.</summary>
    public static VlanSet Of(RuleFacts facts)
    {
        var claims = facts.Vlans.Concat(facts.OtherZones.SelectMany(z => z.Vlans)).SelectMany(c => c.Vlans.Ranges);
        var documented = facts.Input.Catalogue.Prefixes.Select(p => p.VlanId).OfType<int>().Select(v => new VlanRange(v, v));
        return VlanSet.Of([new VlanRange(2, 4094)]).Except(VlanSet.Of(claims.Concat(documented)));
    }

    /// <summary>The first free block of that many VLANs, at a round hundred where there is one; null when none is left.</summary>
    public static VlanSet? Block(VlanSet free, int size)
    {
        var fitting = free.Ranges.Where(r => r.Count >= size).ToList();
        if (fitting.Count == 0)
            return null;
        var round = fitting.Select(r => (r.First + 99) / 100 * 100 is var start && start + size - 1 <= r.Last ? start : -1).FirstOrDefault(s => s > 0, fitting[0].First);
        return VlanSet.Of([new VlanRange(round, round + size - 1)]);
    }

    private const string Carried = "nobody has them, and the switch ports of all hosts carry them";

    /// <summary>Blocks of several sizes for the guest VLANs of a network, and a block of one's own; those the switches let through to every host already come first.</summary>
    public static IEnumerable<Fix> Blocks(RuleFacts facts, PhysicalNetwork network, params IReadOnlyList<int> sizes)
    {
        var path = DesignPath.Of(network, "guestVlans");
        if (CellSets.UsesVlans(network))
        {
            var free = Of(facts);
            var open = Trunked(facts, network)?.Intersect(free);
            // What the switches carry already needs no work on them, however small.
            if (open is { IsEmpty: false } && open.Ranges.MaxBy(r => r.Count) is { Count: > 1 } widest && widest.Count < sizes.Min())
                yield return new Fix($"{widest.ToDisplay()}: {widest.Count} networks", [FieldEdit.Text(path, network.GuestVlans, VlanSet.Of([widest]).ToString())]) { Note = Carried };
            foreach (var size in sizes)
            {
                var there = open is null ? null : Block(open, size);
                if ((there ?? Block(free, size)) is { } block)
                    yield return new Fix($"{block.ToDisplay()}: {size} networks", [FieldEdit.Text(path, network.GuestVlans, block.ToString())])
                    {
                        Note = there is not null ? Carried : open is null ? "nobody has them" : "nobody has them; the switch ports have to carry them as well",
                    };
            }
        }
        yield return Own(network, path);
    }

    /// <summary>Free single VLANs for something that has one, written by the edits given.</summary>
    public static IEnumerable<Fix> Single(RuleFacts facts, int wanted, Func<int, IReadOnlyList<FieldEdit>> edits) =>
        Of(facts).Ranges.SelectMany(r => Enumerable.Range(r.First, Math.Min(r.Last - r.First + 1, wanted))).Where(v => v >= 100).Take(wanted).Select(v => new Fix($"VLAN {v}", edits(v)) { Note = "nobody has it; the switch ports have to carry it" });

    /// <summary>The answer for a person who has numbers of their own.</summary>
    public static Fix Own(PhysicalNetwork network, string path) => Fix.Ask("Others", CellSets.UsesVlans(network) ? "Guest VLANs" : "Identifiers", path, network.GuestVlans, help: CellSets.UsesVlans(network) ? "Such as 100-199,300-349." : "A range such as 10000-19999.");

    // What every documented switch port below the Guest labels of a network lets through; null when none is documented.
    private static VlanSet? Trunked(RuleFacts facts, PhysicalNetwork network)
    {
        var ports = facts.Legs.Where(l => l.Path.End is not null && l.Uses.Any(u => u.Cell.Network == network && u.Cell.Is("Guest"))).Select(l => facts.VlansOf(l.Path.End!.Port)).ToList();
        return ports.Count == 0 || ports.Exists(p => p.Tagged is null) ? null : ports.Select(p => p.Tagged!).Distinct().Aggregate((a, b) => a.Intersect(b));
    }
}
