using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>What the bonding driver tells about one member of a bond.</summary>
/// <param name="IsActive">True for a member in use, false for one that waits; null when not told.</param>
/// <param name="Aggregator">LACP: the aggregator it belongs to.</param>
/// <param name="ActorState">LACP: the state bits of its own end (IEEE 802.1AX).</param>
/// <param name="Partner">LACP: MAC address of the system that answers.</param>
internal sealed record MemberFacts(bool? IsActive, string? Aggregator, string? ActorState, string? Partner)
{
    // IEEE 802.1AX: the partner's values are defaults, or its last word has expired.
    private const int Defaulted = 0x40, Expired = 0x80;

    /// <summary>The state in words of the catalogue, or null when it was not told.</summary>
    /// <param name="bond">The bond, when it was in the output.</param>
    public string? State(LinkFacts? bond) => State(bond?.BondMode is "802.3ad" or "4", bond?.Aggregator);

    /// <inheritdoc cref="State(LinkFacts?)"/>
    public string? State(bool isLacp, string? inUse)
    {
        if (!isLacp)
            return IsActive switch { true => nameof(MemberState.Active), false => nameof(MemberState.Standby), _ => null };
        if (int.TryParse(ActorState, out var bits) && (bits & (Defaulted | Expired)) != 0 || Partner is "00:00:00:00:00:00")
            return nameof(MemberState.NoPartner);
        if (Aggregator is null || inUse is null)
            return null;
        return Aggregator == inUse ? nameof(MemberState.Active) : nameof(MemberState.OtherAggregator);
    }
}
