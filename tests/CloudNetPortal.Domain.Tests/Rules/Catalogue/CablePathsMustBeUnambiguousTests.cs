using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class CablePathsMustBeUnambiguousTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP0105"));

    [Fact]
    public void Accepts_PanelInOrder() => Assert.Empty(Panel(2, 1, 2).FindingsOf("CNP0105"));

    [Fact]
    public void Rejects_TwoFrontPortsAtOnePosition()
    {
        var finding = Assert.Single(Panel(2, 1, 1).FindingsOf("CNP0105"));
        Assert.Equal("pp: front ports 1 and 2 are all at position 1 of rear port R1.", finding.Message);
        Assert.Equal(new CatalogueEdit.SetPortField("pp", "2", "rearPosition", "2"), Assert.Single(finding.Fixes[0].Choices[0].CatalogueEdits!));
    }

    [Fact]
    public void Rejects_PositionTheRearPortLacks() => Assert.Contains("position 13 of rear port R1, which has 12", Assert.Single(Panel(12, 1, 13).FindingsOf("CNP0105")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_Circle()
    {
        var lab = Panel(2, 1, 2);
        var nic = ALab.Add(lab.Add(new Device { Name = "kvm" }), new Interface { Name = "eno1" });
        var (panel, other) = (lab.Device("pp"), lab.Add(new Device { Name = "pq" }));
        var rear = ALab.Add(other, new Interface { Name = "R1", Kind = InterfaceKind.RearPort, Positions = 2 });
        var front = ALab.Add(other, new Interface { Name = "1", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
        lab.Wire(nic, lab.Port("pp", "1"));
        lab.Wire(panel.Interfaces[0], rear);
        lab.Wire(front, lab.Port("pp", "2"));
        ALab.Add(other, new Interface { Name = "2", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 2 });
        lab.Wire(lab.Port("pq", "2"), lab.Port("pp", "1"));
        Assert.Contains(lab.FindingsOf("CNP0105"), f => f.Case == "b" && f.Message.Contains("comes back to itself", StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_SplitBehindAPanel()
    {
        var lab = Panel(2, 1, 2);
        var nic = ALab.Add(lab.Add(new Device { Name = "kvm" }), new Interface { Name = "eno1" });
        lab.Wire(nic, lab.Device("pp").Interfaces[0]);
        Assert.Contains("splits", Assert.Single(lab.FindingsOf("CNP0105")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_BreakoutCable()
    {
        var lab = new ALab();
        var one = ALab.Add(lab.Switch("sw"), new Interface { Name = "Eth1/49" });
        var host = lab.Add(new Device { Name = "kvm" });
        var cable = lab.Wire(one, ALab.Add(host, new Interface { Name = "eno1" }));
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = ALab.Add(host, new Interface { Name = "eno2" }).Id, Side = 'B' });
        Assert.Empty(lab.FindingsOf("CNP0105"));
    }

    [Fact]
    public void Rejects_PositionZero() => Assert.Contains("position 0 of rear port R1, which has 12", Assert.Single(Panel(12, 1, 0).FindingsOf("CNP0105")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_CabledFrontPortsThatLeadNowhere()
    {
        var lab = Panel(2, 1, 2);
        foreach (var front in lab.Device("pp").Interfaces.Skip(1))
            front.RearPortId = null;
        lab.Wire(ALab.Add(lab.Add(new Device { Name = "kvm" }), new Interface { Name = "eno1" }), lab.Port("pp", "2"));
        Assert.Equal("pp: front port 2 leads to no rear port of the panel, so its cable goes nowhere.", Assert.Single(lab.FindingsOf("CNP0105")).Message);
    }

    [Fact]
    public void Accepts_BreakoutCableBehindAPanel()
    {
        var lab = Panel(1, 1);
        var host = lab.Add(new Device { Name = "kvm" });
        lab.Wire(ALab.Add(lab.Switch("sw"), new Interface { Name = "Eth1/49" }), lab.Device("pp").Interfaces[0]);
        var cable = lab.Wire(lab.Port("pp", "1"), ALab.Add(host, new Interface { Name = "eno1" }));
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = ALab.Add(host, new Interface { Name = "eno2" }).Id, Side = 'B' });
        Assert.Empty(lab.FindingsOf("CNP0105"));
    }

    private static ALab Panel(int positions, params int[] fronts)
    {
        var lab = new ALab();
        var panel = lab.Add(new Device { Name = "pp", Role = DeviceRoles.PatchPanel });
        var rear = ALab.Add(panel, new Interface { Name = "R1", Kind = InterfaceKind.RearPort, Positions = positions });
        for (var i = 0; i < fronts.Length; i++)
            ALab.Add(panel, new Interface { Name = $"{i + 1}", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = fronts[i] });
        return lab;
    }
}
