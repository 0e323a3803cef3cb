using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Physical networks of a Marvin zone: traffic types with labels, providers with their devices.</summary>
internal static class MarvinNetworks
{
    /// <summary>Marvin's key of a label and the hypervisor it belongs to. Marvin itself reads the first four; files also carry the others.</summary>
    public static readonly (string Key, string Hypervisor)[] Labels =
        [("kvm", "KVM"), ("xen", "XenServer"), ("vmware", "VMware"), ("simulator", "Simulator"), ("hyperv", "Hyperv"), ("ovm3", "Ovm3")];

    /// <summary>Marvin's key of a device value that has a property of its own in the design.</summary>
    public static readonly string[] DeviceKeys = ["hostname", "username", "password", "networkdevicetype"];

    public static void Read(MarvinNode zone, ZoneDesign design, int number, MarvinReading reading)
    {
        foreach (var source in zone.Objects("physical_networks"))
        {
            var network = new PhysicalNetwork
            {
                Id = $"net{design.PhysicalNetworks.Count + 1}",
                Name = source.Text("name") ?? "",
                IsolationMethods = source.Texts("isolationmethods"),
                Tags = source.Texts("tags"),
                GuestVlans = source.Filled("vlan"),
            };
            if (source.Json["isolationmethods"] is null)
                reading.Log.Note("No isolation method", $"Network “{network.Name}” has no isolationmethods; Marvin 4.23 stops there.", "Choose one in the design, normally VLAN.",
                    source.Place.Line, source.Place.Column, $"{source.Pointer}/isolationmethods");
            foreach (var traffic in source.Objects("traffictypes"))
                network.TrafficTypes.Add(Traffic(traffic, $"{network.Id}.traffic{network.TrafficTypes.Count + 1}"));
            foreach (var provider in source.Objects("providers"))
                network.Providers.Add(Provider(provider, $"{network.Id}.provider{network.Providers.Count + 1}", number, reading));
            design.PhysicalNetworks.Add(network);
        }
    }

    private static TrafficType Traffic(MarvinNode source, string id)
    {
        var traffic = new TrafficType { Id = id, Type = source.Text("typ") ?? "" };
        foreach (var (key, hypervisor) in Labels)
            if (source.Filled(key) is { } label)
                traffic.Labels[hypervisor] = label;
        return traffic;
    }

    private static NetworkProvider Provider(MarvinNode source, string id, int number, MarvinReading reading)
    {
        var provider = new NetworkProvider { Id = id, Name = source.Text("name") ?? "" };
        foreach (var from in source.Objects("devices"))
        {
            var device = new ProviderDevice
            {
                Id = $"{id}.device{provider.Devices.Count + 1}",
                HostName = from.Filled("hostname"),
                UserName = from.Filled("username"),
                DeviceType = from.Filled("networkdevicetype"),
            };
            device.PasswordRef = reading.Secret(from.Text("password"), $"zone{number + 1}.{device.Id}.password");
            foreach (var (key, value) in from.Json)
                if (!DeviceKeys.Contains(key) && !SecretNames.Matches(key) && MarvinNode.AsText(value) is { Length: > 0 } text)
                    device.Settings[key] = text;
            provider.Devices.Add(device);
        }
        return provider;
    }
}
