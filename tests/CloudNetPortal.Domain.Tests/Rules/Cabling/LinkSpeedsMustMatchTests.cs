using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class LinkSpeedsMustMatchTests
{
    private static ALab With(int? nic, int? port, string? nicForm = null, string? portForm = null)
    {
        var lab = ALab.WithHosts(1);
        foreach (var end in new[] { lab.Port("kvm1", "eno1"), lab.Port("kvm1", "eno2") })
            (end.SpeedMbps, end.Connector) = (nic, nicForm);
        foreach (var end in new[] { lab.Port("tor1", "swp1"), lab.Port("tor1", "swp2") })
            (end.SpeedMbps, end.Connector) = (port, portForm);
        return lab;
    }

    [Theory]
    [InlineData(25000, 25000, null, null)]
    [InlineData(10000, null, null, "25gbase-x-sfp28")]
    [InlineData(null, null, "10gbase-x-sfpp", "25gbase-x-sfp28")]
    [InlineData(null, 1000, "1000base-t", null)]
    public void Accepts_SpeedsThatMeet(int? nic, int? port, string? nicForm, string? portForm) => Assert.Empty(With(nic, port, nicForm, portForm).FindingsOf("CNP6003"));

    [Fact]
    public void Accepts_ABreakout()
    {
        var lab = ALab.WithHosts(2);
        var port = ALab.Add(lab.Device("tor1"), new Interface { Name = "swp49", SpeedMbps = 100000, Mode = SwitchPortMode.TrunkAll });
        var cable = new Cable { Label = "breakout" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = port.Id, Side = 'A' });
        foreach (var nic in new[] { ("kvm1", "eno1"), ("kvm1", "eno2"), ("kvm2", "eno1"), ("kvm2", "eno2") }.Select(n => lab.Port(n.Item1, n.Item2)))
        {
            nic.SpeedMbps = 25000;
            lab.Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == nic.Id));
            cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = nic.Id, Side = 'B' });
        }
        lab.Cables.Add(cable);
        Assert.Empty(lab.FindingsOf("CNP6003"));
    }

    [Fact]
    public void Rejects_UnlikePorts()
    {
        var findings = With(1000, 40000).FindingsOf("CNP6003");
        Assert.Equal(2, findings.Count);
        Assert.Equal(("a", "kvm1 eno1 → tor1 swp1: the NIC runs at 1 Gbit/s, the switch port at 40 Gbit/s."), (findings[0].Case, findings[0].Message));
    }

    [Fact]
    public void Rejects_ASpeedThePortIsNotBuiltFor() => Assert.Contains("the switch port is built for 10 Gbit/s (10gbase-x-sfpp)", With(25000, null, null, "10gbase-x-sfpp").FindingsOf("CNP6003")[0].Message);

    [Fact]
    public void Rejects_UnlikeLegs()
    {
        var lab = With(10000, null);
        lab.Port("kvm1", "eno2").SpeedMbps = 25000;
        var finding = Assert.Single(lab.FindingsOf("CNP6003"));
        Assert.Equal(("b", "The legs of kvm1 bond0 have unlike speeds: eno1 10 Gbit/s and eno2 25 Gbit/s."), (finding.Case, finding.Message));
    }
}
