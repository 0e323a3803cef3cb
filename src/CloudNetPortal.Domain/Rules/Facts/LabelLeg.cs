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

    internal static IReadOnlyList<LabelLeg> Of(RuleFacts facts)
    {
        // Legs in the order in which labels first lead to them.
        var known = new Dictionary<Guid, List<(LabelCell Cell, LabelResolution Resolution)>>();
        var legs = new List<LabelLeg>();
        foreach (var row in facts.LabelRows)
            foreach (var resolution in row.Found)
                foreach (var port in resolution.Legs)
                {
                    if (!known.TryGetValue(port.Id, out var uses))
                    {
                        known[port.Id] = uses = [];
                        legs.Add(new LabelLeg(resolution.Host, port, facts.Catalogue.Port(port.BondId) ?? port, uses, facts.PathFrom(port)));
                    }
                    uses.Add((row.Cell, resolution));
                }
        return legs;
    }
}
