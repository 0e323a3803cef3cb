using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Which boxes are one L2 domain for VLANs that behave alike.</summary>
public sealed class VlanDomain
{
    private readonly Dictionary<Device, int> _numbers;
    private readonly int[] _sure, _maybe;
    private readonly ILookup<Device, int> _routed;

    internal VlanDomain(VlanSet vlans, Dictionary<Device, int> numbers, int[] sure, int[] maybe, ILookup<Device, int> routed) => (Vlans, _numbers, _sure, _maybe, _routed) = (vlans, numbers, sure, maybe, routed);

    /// <summary>The VLANs.</summary>
    public VlanSet Vlans { get; }

    /// <summary>Number of the domain a box is in, by links that are known to carry the VLANs; null for a box that does not forward.</summary>
    public int? Of(Device device) => _numbers.TryGetValue(device, out var number) ? _sure[number] : null;

    /// <summary>The same when links nobody described, and boxes whose links nobody documented, are taken to carry them.</summary>
    public int? AtBest(Device device) => _numbers.TryGetValue(device, out var number) ? _maybe[number] : null;

    /// <summary>Domains a box has a port in, at best: its own, and for a router whose ports are not described those of the switches it is plugged into.</summary>
    public IEnumerable<int> Touches(Device device) => _numbers.TryGetValue(device, out var number) ? _routed[device].Append(number).Select(n => _maybe[n]).Distinct() : [];

    /// <summary>For a domain of the same VLANs with links out of service: true when, at best, it falls into no more parts and no router lost a port.</summary>
    internal bool HoldsTogetherAs(VlanDomain whole) => Parts() == whole.Parts() && _routed.Sum(r => r.Count()) == whole._routed.Sum(r => r.Count());

    // What falls apart has more tops.
    private int Parts() => _maybe.Where((top, number) => top == number).Count();

    /// <summary>True when documented links join both.</summary>
    public bool Joins(Device a, Device b) => a == b || (Of(a) is { } one && one == Of(b));
}
