using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>A documented wire between two boxes that forward frames, through any panels.</summary>
/// <param name="A">Port at one end.</param>
/// <param name="B">Port at the other end.</param>
/// <param name="Path">The way of the wire, from A to B.</param>
/// <param name="VlansA">What the port of A lets through.</param>
/// <param name="VlansB">What the port of B lets through.</param>
public sealed record SwitchLink(CableHop A, CableHop B, CablePath Path, PortVlans VlansA, PortVlans VlansB)
{
    /// <summary>VLANs that pass: tagged at both ends, or untagged at both. Null when one end is not documented: it may carry anything.</summary>
    public VlanSet? Carried { get; } = VlansA.Tagged is { } a && VlansB.Tagged is { } b
        ? VlansA.Untagged is { } native && native == VlansB.Untagged ? a.Intersect(b).Union(VlanSet.Of(native)) : a.Intersect(b)
        : null;

    /// <summary>For people: <c>sw-a1 Eth1/49 ↔ sw-b1 Eth1/49</c>.</summary>
    public string Name => $"{A.Device.Name} {A.Port.Name} ↔ {B.Device.Name} {B.Port.Name}";
}
