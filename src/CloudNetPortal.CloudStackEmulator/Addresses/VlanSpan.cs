namespace CloudNetPortal.CloudStackEmulator.Addresses;

/// <summary>Guest VLANs or VNIs from <c>First</c> to <c>Last</c>, both included.</summary>
internal sealed record VlanSpan(int First, int Last)
{
    public bool Contains(int number) => number >= First && number <= Last;

    public override string ToString() => $"{First}-{Last}";
}
