namespace CloudNetPortal.Domain.Addressing;

/// <summary>One run of VLAN ids or VXLAN network identifiers, both ends included.</summary>
/// <param name="First">Lowest id, 0 or more.</param>
/// <param name="Last">Highest id, not below <paramref name="First"/>.</param>
public readonly record struct VlanRange(int First, int Last)
{
    /// <summary>How many ids the run holds.</summary>
    public long Count => (long)Last - First + 1;

    /// <summary>As CloudStack stores it: always both ends, even for one id (<c>500-500</c>; CS-212).</summary>
    public override string ToString() => $"{First}-{Last}";

    /// <summary>As people write it: one id alone, or both ends with an en dash.</summary>
    public string ToDisplay() => First == Last ? $"{First}" : $"{First}–{Last}";
}
