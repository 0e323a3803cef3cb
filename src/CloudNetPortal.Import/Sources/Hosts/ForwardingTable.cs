using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>bridge fdb</c>.</summary>
public sealed class ForwardingTable : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "bridge-fdb";
    /// <inheritdoc/>
    public override string Title => "bridge fdb (JSON)";
    /// <inheritdoc/>
    protected override string Reason => "Learned MAC addresses come and go; cables and LLDP say who is connected.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"mac\"", StringComparison.Ordinal) && file.Text.Contains("\"ifname\"", StringComparison.Ordinal) && file.Text.Contains("\"state\"", StringComparison.Ordinal)
        && !file.Text.Contains("\"ifindex\"", StringComparison.Ordinal) ? 0.8 : 0;
}
