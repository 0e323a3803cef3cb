using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>64 hosts with one mistake are one cause: the number of findings follows causes, not hosts.</summary>
public sealed class ManyEqualCasesTests
{
    [Theory]
    [InlineData("shut ports", "CNP6002", 1)]
    [InlineData("a failed switch", "CNP6002", 1)]
    [InlineData("small switch ports", "CNP6201", 1)]
    [InlineData("small NICs", "CNP6201", 1)]
    [InlineData("no LAG", "CNP6101", 1)]
    [InlineData("static LAGs", "CNP6101", 2)]
    [InlineData("slow NICs", "CNP6003", 1)]
    [InlineData("unlike legs", "CNP6003", 1)]
    [InlineData("missing cables", "CNP6001", 2)]
    [InlineData("LAGs with a port too many", "CNP6102", 1)]
    [InlineData("another hypervisor", "CNP7002", 1)]
    [InlineData("native VLANs that differ", "CNP5104", 1)]
    public void ManyHosts_WithOneMistake_AreOneFindingWithAList(string mistake, string rule, int causes)
    {
        var lab = ALab.WithHosts(64);
        Break(lab, mistake);
        var findings = lab.FindingsOf(rule);
        Assert.Equal(causes, findings.Count);
        Assert.All(findings, f => Assert.True(f.Objects.Count(o => o.Kind == "host") >= 63, f.Message));
        Assert.All(findings, f => Assert.Matches("and [0-9]+ more", f.Message));
        // One host less is another finding: who answered for 64 did not answer for 63.
        var before = findings[0].Fingerprint;
        lab.Cluster.Hosts.RemoveAt(10);
        Assert.NotEqual(before, lab.FindingsOf(rule)[0].Fingerprint);
    }

    [Fact]
    public void FewHosts_AreToldOneByOne()
    {
        var lab = ALab.WithHosts(3);
        Break(lab, "unlike legs");
        Assert.Equal(3, lab.FindingsOf("CNP6003").Count);
    }

    [Fact]
    public void OneClick_IsOneClickForAll()
    {
        var lab = ALab.WithHosts(64);
        Break(lab, "small switch ports");
        var fix = Assert.Single(lab.FindingsOf("CNP6201")).Fixes[0];
        Assert.Equal((FixKind.OneClick, "Document tor1 swp1 with 9216, and 127 more like it"), (fix.Kind, fix.Title));
        Assert.Equal(128, fix.CatalogueEdits!.Count);
    }

    private static void Break(ALab lab, string mistake)
    {
        var tor1 = lab.Device("tor1");
        switch (mistake)
        {
            case "shut ports": Ports(tor1, i => i.Enabled = false, InterfaceKind.Physical); break;
            case "a failed switch": tor1.Status = LifeCycle.Failed; break;
            case "small switch ports": Ports(tor1, i => i.Mtu = 1500); break;
            case "small NICs": Hosts(lab, "eno1", i => i.Mtu = 1500); break;
            case "no LAG": Ports(tor1, i => i.BondId = null); break;
            case "static LAGs": Ports(tor1, i => i.BondMode = BondMode.Static, InterfaceKind.Bond); Ports(lab.Device("tor2"), i => i.BondMode = BondMode.Static, InterfaceKind.Bond); break;
            case "slow NICs": Hosts(lab, "eno1", i => i.SpeedMbps = 10000); Hosts(lab, "eno2", i => i.SpeedMbps = 10000); Ports(tor1, i => i.SpeedMbps = 25000, InterfaceKind.Physical); break;
            case "unlike legs": Hosts(lab, "eno1", i => i.SpeedMbps = 10000); break;
            case "missing cables": lab.Cables.RemoveAll(c => int.Parse(c.Label![2..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0); break;
            case "LAGs with a port too many":
                foreach (var lag in tor1.Interfaces.Where(i => i.Kind == InterfaceKind.Bond).ToList())
                    ALab.Add(tor1, new Interface { Name = $"more-{lag.Name}", BondId = lag.Id });
                break;
            case "another hypervisor":
                foreach (var host in lab.Devices.Where(d => d.LogicalHost is not null))
                    host.LogicalHost!.Hypervisor = "XenServer";
                break;
            case "native VLANs that differ":
                foreach (var port in tor1.Interfaces.Where(i => i.Kind == InterfaceKind.Physical))
                    (port.BondId, port.Mode, port.TaggedVlans, port.UntaggedVlan) = (null, SwitchPortMode.Trunk, lab.Port("tor1", "kvm1").TaggedVlans, int.Parse(port.Name[3..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? 7 : 8);
                break;
            default: throw new ArgumentException(mistake, nameof(mistake));
        }
    }

    private static void Hosts(ALab lab, string port, Action<Interface> change)
    {
        foreach (var host in lab.Devices.Where(d => d.LogicalHost is not null))
            change(host.Interfaces.First(i => i.Name == port));
    }

    private static void Ports(Domain.Catalogue.Devices.Device device, Action<Interface> change, InterfaceKind? kind = null)
    {
        foreach (var port in device.Interfaces.Where(i => kind is null || i.Kind == kind))
            change(port);
    }
}
