using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>What a switch says of itself, whatever its system: its VLANs and its ports.</summary>
public sealed class SwitchFacts(string platform)
{
    private readonly Dictionary<string, SwitchPort> _ports = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its system, such as “EOS”.</summary>
    public string Platform { get; } = platform;

    /// <summary>VLANs that exist on it; null when it does not say.</summary>
    public VlanSet? Vlans { get; set; }

    /// <summary>Its ports, as they were met.</summary>
    public IReadOnlyCollection<SwitchPort> Ports => _ports.Values;

    /// <summary>The port of that name, or null.</summary>
    public SwitchPort? Find(string name) => _ports.GetValueOrDefault(name);

    /// <summary>The port of that name, made when it is new.</summary>
    public SwitchPort Port(string name, int? line) => _ports.TryGetValue(name, out var port) ? port : _ports[name] = new SwitchPort(name, line);

    /// <summary>Name of the group that two LAGs share: the pair of switches and the number in it, so that numbers of other pairs do not collide.</summary>
    public static string MlagGroup(string? domain, string id) => string.IsNullOrEmpty(domain) ? id : $"{domain} {id}";

    /// <summary>Writes everything down. A box without switch ports that has addresses is a router. Subnets of routed VLANs become prefixes, as far as nobody documented them.</summary>
    public void Say(InventoryReading reading)
    {
        var key = RecordKey.Device(reading.Device);
        var guess = reading.Source() with { Weight = SourceWeight.Stamped };
        var isSwitch = _ports.Values.Any(p => p.Mode is not null) || !_ports.Values.Any(p => p.Addresses.Count > 0 && !p.IsManagement && p.Kind != InterfaceKind.Virtual);
        // Ports may be left out here that another output shows.
        reading.Draft.Say(key, "role", isSwitch ? DeviceRoles.Switch : DeviceRoles.Router, isSwitch ? guess : guess with { Weight = SourceWeight.Guessed }, reading.Log);
        reading.Draft.Say(key, "platform", Platform, guess, reading.Log);
        if (Vlans is { } vlans)
            reading.Draft.Say(key, "vlans", vlans.IsEmpty ? "none" : vlans.ToString(), reading.Source(), reading.Log, "vlans");
        foreach (var port in _ports.Values)
        {
            port.Say(reading);
            if (port is { Vlan: { } vlan } && (port.Parent is null || Find(port.Parent)?.Kind == InterfaceKind.Bridge))
                foreach (var address in port.Addresses)
                    if (Subnet(address) is { } subnet)
                        reading.Draft.Say(new RecordKey(RecordKind.Prefix, port.Vrf ?? "", subnet), "vlan", vlan.ToString(CultureInfo.InvariantCulture), reading.Source(port.Line) with { Weight = SourceWeight.Stamped }, reading.Log);
        }
    }

    // Links between two boxes are no subnets anybody puts hosts into.
    private static string? Subnet(string text)
    {
        var halves = text.Split('/');
        if (halves.Length != 2 || !int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is < 1 or > 29
            || !IPAddress.TryParse(halves[0], out var address) || address.AddressFamily != AddressFamily.InterNetwork)
            return null;
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < 32; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return $"{new IPAddress(bytes)}/{length}";
    }
}
