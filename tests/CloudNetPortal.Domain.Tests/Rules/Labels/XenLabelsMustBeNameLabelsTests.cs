using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class XenLabelsMustBeNameLabelsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3201"));

    [Fact]
    public void Rejects_BridgeName()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        lab.Port("kvm1", "eno1").BridgeId = ALab.Add(lab.Device("kvm1"), new Interface { Name = "xenbr0", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-private" }).Id;
        lab.Traffic("Management").Labels["XenServer"] = "xenbr0";
        var finding = Assert.Single(lab.FindingsOf("CNP3201"));
        Assert.Contains("Label xenbr0 (Management on mgmt-net, XenServer) is a bridge or NIC of kvm1", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3201"));
    }

    [Fact]
    public void Accepts_NameLabel()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        lab.Port("kvm1", "eno1").BridgeId = ALab.Add(lab.Device("kvm1"), new Interface { Name = "xenbr0", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-private" }).Id;
        lab.Traffic("Management").Labels["XenServer"] = "cloud-private";
        Assert.Empty(lab.FindingsOf("CNP3201"));
    }

    [Theory, InlineData(0, "c"), InlineData(1, "b"), InlineData(2, "c")]
    public void Rejects_SeveralNetworksOfTheName_ByHowManyHaveANic(int wired, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        foreach (var n in new[] { 0, 1 })
        {
            var network = ALab.Add(lab.Device("kvm1"), new Interface { Name = $"xapi{n}", Kind = InterfaceKind.XenNetwork, NameLabel = "guests" });
            lab.Port("kvm1", $"eno{n + 1}").BridgeId = n < wired ? network.Id : null;
        }
        lab.Traffic("Guest").Labels["XenServer"] = lab.Traffic("Public").Labels["XenServer"] = "guests";
        Assert.Equal(letter, Assert.Single(lab.FindingsOf("CNP3201")).Case);
        // The more special rule speaks alone.
        Assert.Empty(lab.FindingsOf("CNP3002"));
    }

    [Fact]
    public void Rejects_OneNameForTwoTrafficTypes_Once()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        lab.Port("kvm1", "eno1").BridgeId = ALab.Add(lab.Device("kvm1"), new Interface { Name = "xenbr0", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-private" }).Id;
        lab.Traffic("Guest").Labels["XenServer"] = lab.Traffic("Public").Labels["XenServer"] = "xenbr0";
        var finding = Assert.Single(lab.FindingsOf("CNP3201"));
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3201"));
    }

    [Theory, InlineData("cloud-private", "eth0net", 0), InlineData(null, "cloud-private", 0), InlineData("cloud-private", "xenbr0", 0), InlineData(null, "xenbr0", 1)]
    public void Accepts_NetworkThatAnInventoryNotesAsABridge(string? alias, string name, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        lab.Port("kvm1", "eno1").BridgeId = ALab.Add(lab.Device("kvm1"), new Interface { Name = name, Alias = alias, Kind = InterfaceKind.Bridge }).Id;
        lab.Traffic("Management").Labels["XenServer"] = findings == 0 ? "cloud-private" : "xenbr0";
        Assert.Equal(findings, lab.FindingsOf("CNP3201").Count);
        Assert.Equal(0, lab.FindingsOf("CNP3002").Count(f => f.Message.Contains("Management", StringComparison.Ordinal) && f.Message.Contains("missing on kvm1", StringComparison.Ordinal)));
    }
}
