using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0101.</summary>
internal sealed class MacAddressesMustBeUnique : Rule
{
    public override string Id => "CNP0101";
    public override string Title => "MAC addresses must be unique";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "LLDP, switch tables and host output name a NIC by its MAC address. Two NICs under one address are confused with each other, and so are the cables found through them. Only the own (permanent) address counts: members of a bond, bridges and VLAN devices repeat addresses by nature.";
    public override string Rejected => "kvm-01 eno1 and kvm-07 eno1 both have 3c:ec:ef:00:12:34.";
    public override string Accepted => "kvm-01 bond0, eno1 and eno2 show one address, their permanent addresses differ.";
    public override string Cure => "Upload the output of “ip -d -j link” of both hosts again: it holds the permanent addresses. The ports of one switch or router may share an address, as many do; devices on their way out are left out.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => Reads.Catalogue & ~(Reads.PortMtu | Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var ports = from device in facts.Input.Catalogue.Devices
                    where device.Status != LifeCycle.Decommissioning
                    from port in device.Interfaces
                    where port.Kind == InterfaceKind.Physical && port.Mac is not null
                    select (Device: device, Port: port);
        foreach (var group in ports.GroupBy(p => Own(p.Port.Mac!)))
        {
            var bytes = group.Key.GetAddressBytes();
            // An InfiniBand port has an address of twenty bytes, of which none says multicast.
            var unusable = bytes.All(b => b == 0) ? "all zero" : bytes.Length == 6 && (bytes[0] & 1) == 1 ? bytes.All(b => b == 255) ? "the broadcast address" : "a multicast address" : null;
            if (unusable is null && group.Count() == 1)
                continue;
            // By name, so that a catalogue read in another order says the same.
            var bearing = group.OrderBy(p => p.Device.Name, StringComparer.Ordinal).ThenBy(p => p.Port.Name, StringComparer.Ordinal).ToList();
            var (text, first) = (Text(group.Key), bearing[0]);
            // Many switches give all their ports the address of the box.
            var bearers = bearing.GroupBy(p => p.Device.Role is DeviceRoles.Switch or DeviceRoles.Router ? p.Device.Id : p.Port.Id).Select(g => g.First()).ToList();
            if (unusable is not null)
                yield return Found(CataloguePath.Of(first.Device, first.Port, "mac"), $"{text} on {List(bearing.Select(p => $"{p.Device.Name} {p.Port.Name}"))} is no address of a single NIC: it is {unusable}.") with { Objects = [.. bearing.Select(Reference)] };
            else if (bearers.Count > 1)
                yield return Found(CataloguePath.Of(bearers[1].Device, bearers[1].Port, "mac"), $"{List(bearers.Select(p => $"{p.Device.Name} {p.Port.Name}"))} have the same MAC address {text}.") with
                {
                    Objects = [.. bearers.Select(Reference)],
                    Fixes = [.. Fix.Choose("Choose the port that keeps the address", bearers.Select(keeps => new Fix($"{keeps.Device.Name} {keeps.Port.Name} keeps it",
                        CatalogueEdits: [.. bearers.Where(b => b.Port != keeps.Port).Select(b => new CatalogueEdit.SetPortField(b.Device.Name, b.Port.Name, "mac", null))]) { Note = "the others are without one until they are looked at" }))],
                };
        }
    }

    // EUI-64 is the same address with ff:fe in its middle.
    private static PhysicalAddress Own(PhysicalAddress mac) =>
        mac.GetAddressBytes() is [var a, var b, var c, 0xff, 0xfe, var d, var e, var f] ? new PhysicalAddress([a, b, c, d, e, f]) : mac;

    private static ObjectRef Reference((Device Device, Interface Port) p) => new("port", $"{p.Device.Name} {p.Port.Name}", CataloguePath.Of(p.Device, p.Port, "mac"));

    private static string Text(PhysicalAddress mac) => string.Join(':', mac.GetAddressBytes().Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
