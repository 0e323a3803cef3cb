using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>One NIC below at least one label of a zone host, with its cable path and everything that is sent through it.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The NIC.</param>
/// <param name="Uplink">The bond it is a member of, or the NIC itself.</param>
/// <param name="Uses">Labels that lead here.</param>
/// <param name="Path">Its cable path.</param>
public sealed record LabelLeg(HostFacts Host, Interface Port, Interface Uplink, IReadOnlyList<(LabelCell Cell, LabelResolution Resolution)> Uses, CablePath Path)
{
    /// <summary>VLANs the host itself tags with below the labels (bond0.100 under cloudbr0).</summary>
    public VlanSet HostTags => field ??= VlanSet.Of(Uses.Select(u => u.Resolution.HostTag?.VlanId).OfType<int>().Distinct().Select(v => new VlanRange(v, v)));

    /// <summary>For people: <c>Management, Storage</c>.</summary>
    public string TrafficNames => string.Join(", ", Uses.Select(u => u.Cell.Traffic.Type).Distinct());

    /// <summary>Key of the subject, for precedence between rules.</summary>
    public string Subject => $"leg:{Port.Id}";

    internal static IEnumerable<LabelLeg> Of(RuleFacts facts)
    {
        var uses = from row in facts.LabelRows
                   from resolution in row.Found
                   from leg in resolution.Legs
                   select (row.Cell, Resolution: resolution, Leg: leg);
        return uses.GroupBy(u => u.Leg.Id).Select(g => new LabelLeg(g.First().Resolution.Host, g.First().Leg,
            facts.Catalogue.Port(g.First().Leg.BondId) ?? g.First().Leg, [.. g.Select(u => (u.Cell, u.Resolution))], facts.PathFrom(g.First().Leg)));
    }
}
