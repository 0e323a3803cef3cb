using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>The words of one interface block, before the defaults of the system make a port of them.</summary>
internal sealed class CliPort(SwitchPort port)
{
    public SwitchPort Port { get; } = port;
    /// <summary>What <c>switchport</c> and <c>no switchport</c> say; null when neither stands there.</summary>
    public bool? IsSwitched { get; set; }
    /// <summary>True when any word begins with switchport.</summary>
    public bool HasSwitchWords { get; set; }
    /// <summary>Word behind <c>switchport mode</c>.</summary>
    public string? Mode { get; set; }
    public int? Access { get; set; }
    public int? Native { get; set; }
    /// <summary>The native VLAN is tagged as well: no untagged frames.</summary>
    public bool TagsNative { get; set; }
    /// <summary>Null for all.</summary>
    public VlanSet? Allowed { get; set; }
    /// <summary>Trunk groups of EOS.</summary>
    public HashSet<string> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);
    public int? Channel { get; set; }
    public string? ChannelMode { get; set; }
    public bool? Shutdown { get; set; }
    public string? MlagId { get; set; }
    public bool IsPeerLink { get; set; }
    public bool? LacpFast { get; set; }
}
