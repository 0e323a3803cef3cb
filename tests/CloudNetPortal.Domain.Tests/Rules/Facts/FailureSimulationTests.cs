using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Tests.Rules.Facts;

public sealed class FailureSimulationTests
{
    private static ElementFailure? Without(ALab lab, FailureKind kind, string name) => lab.Facts.Failures.Failures.FirstOrDefault(f => f.Kind == kind && f.Name == name);

    /// <summary>A link between two switches that carries VLANs.</summary>
    internal static (Interface A, Interface B) Link(ALab lab, string a, string b, string vlans, string name = "up1")
    {
        var ports = new[] { a, b }.Select(d => ALab.Add(lab.Device(d), new Interface { Name = name, Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse(vlans), Mtu = 9216, SpeedMbps = 100000 })).ToArray();
        lab.Wire(ports[0], ports[1]);
        return (ports[0], ports[1]);
    }

    [Fact]
    public void Run_SwitchWithAllLegs_StopsItsTrafficOnTheWholeClusterAndZone()
    {
        var failure = Without(ALab.WithHosts(3), FailureKind.Switch, "tor2")!;
        Assert.Equal(["Guest", "Public"], failure.Stops.Select(s => s.Traffic));
        Assert.All(failure.Stops, s => Assert.True(s.WholeCluster && s.Reason == StopReason.NoLegLeft && s.Hosts.All(h => h is { OneSwitch: true, Legs: 2, Uplink: "bond1" })));
        Assert.Equal(["Guest", "Public"], failure.ZoneWide);
        Assert.Equal(3, failure.Hosts);
    }

    [Fact]
    public void Run_OneNicOfABond_StopsNothing()
    {
        var report = ALab.WithHosts(2).Facts.Failures;
        Assert.DoesNotContain(report.Failures, f => f.Kind is FailureKind.Nic or FailureKind.Cable);
        Assert.Equal((8, 8), (report.Examined[FailureKind.Nic], report.Harmless(FailureKind.Nic)));
    }

    [Fact]
    public void Run_NicsBelowAStorageLabelWithoutStorageRanges_CarryNothingThatStops()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges.Clear();
        lab.Traffic("Storage").Labels["KVM"] = "cloudbr1";
        lab.Traffic("Guest").Labels["KVM"] = lab.Traffic("Public").Labels["KVM"] = "cloudbr0";
        Assert.DoesNotContain(lab.Facts.Failures.Failures, f => f.Name.StartsWith("tor2", StringComparison.Ordinal));
        Assert.Equal(8, lab.Facts.Failures.Examined[FailureKind.Nic]);
    }

    [Fact]
    public void Run_SecondLegUncabled_MakesTheOtherNicAndItsCableSinglePoints()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == lab.Port("kvm1", "eno4").Id));
        Assert.Equal(["Guest", "Public"], Without(lab, FailureKind.Nic, "kvm1 eno3")!.Stops.Select(s => s.Traffic));
        Assert.Contains(lab.Facts.Failures.Failures, f => f.Kind == FailureKind.Cable && f.Hosts == 1);
    }

    [Fact]
    public void Run_PanelInFrontOfBothLegs_StopsThemTogether()
    {
        var lab = ALab.WithHosts(2);
        var panel = lab.Add(new Device { Name = "pp-a1", Role = DeviceRoles.PatchPanel });
        foreach (var nic in new[] { "eno3", "eno4" })
            ThroughPanel(lab, "kvm1", nic, panel);
        var failure = Without(lab, FailureKind.PatchPanel, "pp-a1")!;
        Assert.Equal("kvm1", Assert.Single(failure.Stops[0].Hosts).Reference.Name);
        Assert.False(failure.Stops[0].WholeCluster);
    }

    [Fact]
    public void Run_HalfTheHostsBehindOneLink_AreCutOffWithoutIt()
    {
        var lab = SplitOverTwoSwitches();
        Link(lab, "tor2", "tor3", "300,500-519");
        var failure = Assert.Single(lab.Facts.Failures.Failures, f => f.Kind == FailureKind.Cable && f.Stops.Any(s => s.Reason == StopReason.CutOff));
        Assert.Equal(["kvm3"], failure.Stops[0].Hosts.Select(h => h.Reference.Name));
    }

    [Fact]
    public void Run_TwoLinks_NeitherCutsOff()
    {
        var lab = SplitOverTwoSwitches();
        Link(lab, "tor2", "tor3", "300,500-519");
        Link(lab, "tor2", "tor3", "300,500-519", "up2");
        Assert.DoesNotContain(lab.Facts.Failures.Failures, f => f.Stops.Any(s => s.Reason == StopReason.CutOff));
    }

    [Fact]
    public void Run_NoLinkDocumented_RaisesNoAlarmOfCuttingOff() =>
        Assert.DoesNotContain(SplitOverTwoSwitches().Facts.Failures.Failures, f => f.Stops.Any(s => s.Reason == StopReason.CutOff));

    [Fact]
    public void Run_PowerUnitThatFeedsTheSwitchAlone_StopsWhatHangsOnIt()
    {
        var lab = ALab.WithHosts(2);
        var pdu = lab.Add(new Device { Name = "pdu-a", Role = DeviceRoles.Pdu });
        Feed(lab, pdu, "tor1", "PSU1");
        Assert.Equal(["Management", "Storage"], Without(lab, FailureKind.PowerUnit, "pdu-a")!.Stops.Select(s => s.Traffic));
        Feed(lab, lab.Add(new Device { Name = "pdu-b", Role = DeviceRoles.Pdu }), "tor1", "PSU2");
        Assert.Null(Without(lab, FailureKind.PowerUnit, "pdu-a"));
    }

    [Fact]
    public void Run_LineCardWithAllLegs_IsNamed()
    {
        var lab = ALab.WithHosts(2);
        foreach (var (port, n) in lab.Device("tor2").Interfaces.Where(i => i.Kind == InterfaceKind.Physical).Select((p, n) => (p, n)))
            port.Name = $"Eth3/{n + 10}";
        ALab.Add(lab.Device("tor2"), new Interface { Name = "Eth4/1" });
        Assert.NotNull(Without(lab, FailureKind.LineCard, "tor2 card 3"));
    }

    [Fact]
    public void Run_HostsWithoutCabling_AreNamedAsNotKnown()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables.Clear();
        Assert.Equal(["kvm1", "kvm2"], lab.Facts.Failures.NotKnown.Select(h => h.Name));
        Assert.Empty(lab.Facts.Failures.Failures);
    }

    private static void Feed(ALab lab, Device pdu, string device, string supply) =>
        lab.Wire(ALab.Add(pdu, new Interface { Name = $"outlet {device}" }), ALab.Add(lab.Device(device), new Interface { Name = supply, Purpose = "power" }));

    // kvm3's guest bond lands on a third switch.
    internal static ALab SplitOverTwoSwitches()
    {
        var lab = ALab.WithHosts(3);
        var tor3 = lab.Switch("tor3");
        foreach (var port in lab.Device("tor2").Interfaces.Where(i => i.Name is "kvm3" or "swp5" or "swp6").ToList())
        {
            lab.Device("tor2").Interfaces.Remove(port);
            ALab.Add(tor3, port);
        }
        return lab;
    }

    // Puts a panel port between a NIC and the port it is cabled to.
    internal static void ThroughPanel(ALab lab, string host, string nic, Device panel)
    {
        var port = lab.Port(host, nic);
        var cable = lab.Cables.Single(c => c.Ends.Exists(e => e.InterfaceId == port.Id));
        var far = lab.Devices.SelectMany(d => d.Interfaces).Single(i => i.Id == cable.Ends.Single(e => e.InterfaceId != port.Id).InterfaceId);
        lab.Cables.Remove(cable);
        var number = panel.Interfaces.Count + 1;
        var rear = ALab.Add(panel, new Interface { Name = $"R{number}", Kind = InterfaceKind.RearPort, Positions = 1 });
        var front = ALab.Add(panel, new Interface { Name = $"{number}", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
        lab.Wire(port, rear);
        lab.Wire(front, far);
    }
}
