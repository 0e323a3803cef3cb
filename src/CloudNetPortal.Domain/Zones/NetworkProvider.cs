namespace CloudNetPortal.Domain.Zones;

/// <summary>A network service provider of a physical network.</summary>
public sealed class NetworkProvider : DesignObject
{
    /// <summary>Name in CloudStack's spelling: VirtualRouter, VpcVirtualRouter, InternalLbVm, SecurityGroupProvider, ConfigDrive, Ovs, …</summary>
    public string Name { get; set; } = "";

    /// <summary>True when it is to be enabled.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Devices behind it, for the few providers that have some (Netscaler, JuniperSRX, F5BigIp, NiciraNvp).</summary>
    public List<ProviderDevice> Devices { get; set; } = [];
}

/// <summary>A controller or appliance behind a provider.</summary>
public sealed class ProviderDevice : DesignObject
{
    /// <summary>Host name or address.</summary>
    public string? HostName { get; set; }
    /// <summary>User name.</summary>
    public string? UserName { get; set; }
    /// <summary>Reference to the encrypted password.</summary>
    public string? PasswordRef { get; set; }
    /// <summary>Type, such as NetscalerVPXLoadBalancer.</summary>
    public string? DeviceType { get; set; }
    /// <summary>Other values by their name in the source.</summary>
    public SortedDictionary<string, string> Settings { get; set; } = new(StringComparer.Ordinal);
}
