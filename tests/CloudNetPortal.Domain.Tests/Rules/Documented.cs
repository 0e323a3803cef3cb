using System.Net;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>A lab with exactly the prefixes named, and with links between its switches.</summary>
internal static class Documented
{
    public static IReadOnlyList<Finding> FindingsWith(this ALab lab, string rule, params (string Network, int Vlan, string? Text)[] prefixes) =>
        [.. RuleBook.Judge(lab.Input with
        {
            Catalogue = new CatalogueSnapshot
            {
                Devices = lab.Devices, Cables = lab.Cables, Neighbours = lab.Neighbours,
                Prefixes = [.. prefixes.Select(p => new Prefix { Network = IPNetwork.Parse(p.Network), VlanId = p.Vlan == 0 ? null : p.Vlan, Description = p.Text })],
            },
        }).Findings.Where(f => f.RuleId == rule)];

    public static IReadOnlyList<Finding> FindingsWithLive(this ALab lab, string rule, LiveVlans live) => [.. RuleBook.Judge(lab.Input with { LiveVlans = live }).Findings.Where(f => f.RuleId == rule)];

    public static (Interface A, Interface B) Link(this ALab lab, string a, string b, string vlans, string name = "up1", int? native = null)
    {
        var ports = new[] { a, b }.Select(d => ALab.Add(lab.Device(d), new Interface { Name = name, Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse(vlans), UntaggedVlan = native, Mtu = 9216 })).ToArray();
        lab.Wire(ports[0], ports[1]);
        return (ports[0], ports[1]);
    }
}
