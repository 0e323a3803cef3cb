using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>Whether two traffic types run over the same wire: one uplink on some host, or, where hosts are not documented, one label.</summary>
internal static class Wires
{
    public static bool Shared(RuleFacts facts, PhysicalNetwork a, string trafficA, PhysicalNetwork b, string trafficB)
    {
        foreach (var first in facts.LabelRows.Where(r => r.Cell.Network == a && r.Cell.Is(trafficA) && r.Cell.Label is not null))
            foreach (var second in facts.LabelRows.Where(r => r.Cell.Network == b && r.Cell.Is(trafficB) && r.Cell.Hypervisor == first.Cell.Hypervisor && r.Cell.Label is not null))
            {
                if (first.Cell.Label == second.Cell.Label)
                    return true;
                var uplinks = first.Found.Select(r => r.Uplink?.Id).OfType<Guid>().ToHashSet();
                if (second.Found.Any(r => r.Uplink is { } uplink && uplinks.Contains(uplink.Id)))
                    return true;
            }
        return false;
    }
}
