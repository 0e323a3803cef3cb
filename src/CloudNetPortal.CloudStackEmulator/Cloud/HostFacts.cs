namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>What a real host has, as far as labels can name it. A host that nobody described is believed to have everything.</summary>
internal sealed class HostFacts
{
    /// <summary>The address or name that <c>addHost</c> gives.</summary>
    public string Address { get; set; } = "";

    /// <summary>Linux bridges, or Open vSwitch bridges when <see cref="OpenVSwitch"/> is set, with their first port.</summary>
    public List<HostBridge> Bridges { get; set; } = [];

    /// <summary>Network devices that are no bridge, <c>bond0</c>.</summary>
    public List<string> Devices { get; set; } = [];

    /// <summary>Names of XenServer networks and of OVM3 networks.</summary>
    public List<string> Networks { get; set; } = [];

    /// <summary>Names of VMware and Hyper-V switches; the server looks at none of them when a host connects.</summary>
    public List<string> Switches { get; set; } = [];

    public bool OpenVSwitch { get; set; }
}

/// <summary>A bridge and the port it reaches the wire by; null when it has none.</summary>
internal sealed record HostBridge(string Name, string? Uplink);
