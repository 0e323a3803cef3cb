using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>A host of the design together with the box of the catalogue it is: the logical host and the physical host.</summary>
public sealed class HostFacts
{
    internal HostFacts(Pod pod, Cluster cluster, Host host, CatalogueIndex catalogue)
    {
        (Pod, Cluster, Host) = (pod, cluster, host);
        Hypervisor = Hypervisor.Find(cluster.Hypervisor);
        UrlHost = HostPart(host.Url);
        Device = catalogue.Device(host.Device)
            ?? (Ipv4.TryParse(UrlHost, out var address) ? catalogue.HostAt(address) : catalogue.Device(UrlHost));
        ManagementAddress = Ipv4.TryParse(UrlHost, out var typed) ? typed
            : Device?.LogicalHost?.ManagementAddress is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } known ? Ipv4.From(known) : null;
    }

    /// <summary>Its pod.</summary>
    public Pod Pod { get; }
    /// <summary>Its cluster.</summary>
    public Cluster Cluster { get; }
    /// <summary>The host in the design.</summary>
    public Host Host { get; }
    /// <summary>Hypervisor of its cluster; null when the portal does not know it (CNP7001).</summary>
    public Hypervisor? Hypervisor { get; }
    /// <summary>The physical host in the catalogue: linked by name, or by the address in the URL; null when there is none.</summary>
    public Device? Device { get; }
    /// <summary>Name or address in the URL; null when there is no URL.</summary>
    public string? UrlHost { get; }
    /// <summary>Address CloudStack adds it with; null when only a name is known.</summary>
    public Ipv4? ManagementAddress { get; }
    /// <summary>Name for people: the device, else what the URL says.</summary>
    public string Name => Device?.Name ?? Host.Device ?? UrlHost ?? Host.Id;
    /// <summary>KVM with Open vSwitch.</summary>
    public bool UsesOpenVSwitch => Device?.LogicalHost?.UsesOpenVSwitch == true;
    /// <summary>Path of the host in the design.</summary>
    public string Path => DesignPath.Of(Pod, Cluster, Host);
    /// <summary>The host as findings name it.</summary>
    public ObjectRef Reference => new("host", Name, Device is null ? Path : CataloguePath.Of(Device));

    /// <summary>
    /// True when the inside of the host is documented or was seen: bonds, bridges, virtual switches. A box of which only NICs are known says nothing about labels.
    /// </summary>
    public bool HasProfile => Device is not null && (Device.LogicalHost?.ObservedAt is not null || Device.Interfaces.Exists(i =>
        !i.MadeByCloudStack && i.Kind is InterfaceKind.Bridge or InterfaceKind.OvsBridge or InterfaceKind.Bond or InterfaceKind.VSwitch or InterfaceKind.XenNetwork));

    /// <summary>Host part of a URL or a bare address: <c>http://10.0.0.1:8080/x</c> gives 10.0.0.1, <c>nfs://[2001:db8::1]/x</c> gives 2001:db8::1; null for nothing.</summary>
    public static string? HostPart(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        var text = url.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text : text[(scheme + 3)..];
        // An IPv6 address stands in brackets in a URL and bare in a field.
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 1 and var close)
            return text[1..close];
        if (scheme < 0 && System.Net.IPAddress.TryParse(text, out var bare) && bare.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6)
            return text;
        var end = text.AsSpan().IndexOfAny('/', '?', '#');
        text = end < 0 ? text : text[..end];
        // rbd://user:secret@monitor/pool; the name of the user is no server.
        text = text[(text.LastIndexOf('@') + 1)..];
        if (text.StartsWith('[') && text.IndexOf(']') is > 1 and var closed)
            return text[1..closed];
        var port = text.IndexOf(':');
        text = port < 0 ? text : text[..port];
        return text.Length == 0 ? null : text;
    }
}
