using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class LabelsMustExistOnEveryHostTests
{
    [Fact]
    public void Accepts_LabelOnAllHosts() => Assert.Empty(ALab.WithHosts(4).FindingsOf("CNP3002"));

    [Fact]
    public void Rejects_BridgeMissingOnOneHost_AndPlansItOnTheUplinkOfTheOthers()
    {
        var lab = ALab.WithHosts(4);
        lab.Remove("kvm2", "cloudbr1");
        var finding = Assert.Single(lab.FindingsOf("CNP3002"));
        Assert.Equal("Label cloudbr1 (Guest on guest-a; Public on guest-a, KVM) exists on 3 of 4 KVM hosts of zone ams1; missing on kvm2. kvm2 would be refused with “Can not find network: cloudbr1” at the next connect.", finding.Message);
        Assert.Equal("physicalNetworks/n2/trafficTypes/g/labels/KVM", finding.Path);
        Assert.Equal(new CatalogueEdit.AddBridge("kvm2", "cloudbr1", "bond1"), Assert.Single(finding.Fixes[0].CatalogueEdits!));
        Assert.Contains("nmcli con add type bridge con-name cloudbr1", finding.Fixes[1].Manual);
    }

    [Fact]
    public void Rejects_MisspelledLabel_AndTakesTheNearName()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloubr1";
        var finding = Assert.Single(lab.FindingsOf("CNP3002"));
        var edit = Assert.Single(finding.Fixes[0].DesignEdits!);
        Assert.Equal(("physicalNetworks/n2/trafficTypes/g/labels/KVM", "cloubr1", "cloudbr1"), (edit.Path, (string?)edit.From, (string?)edit.To));
    }

    [Fact]
    public void Rejects_BridgeMadeByCloudStack()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "brbond1-512";
        Assert.Contains(lab.Judge().Errors, e => e.RuleId is "CNP3002" or "CNP3004");
    }

    [Fact]
    public void Accepts_PlainDeviceAsLabel()
    {
        var lab = ALab.WithHosts(2);
        lab.Remove("kvm1", "cloudbr1");
        lab.Remove("kvm2", "cloudbr1");
        lab.Traffic("Guest").Labels["KVM"] = lab.Traffic("Public").Labels["KVM"] = "bond1";
        Assert.Empty(lab.FindingsOf("CNP3002"));
    }

    [Fact]
    public void Rejects_XenNameLabelInOtherCase()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XCP-ng";
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "xapi1", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-guest" });
        lab.Traffic("Guest").Labels["XenServer"] = "Cloud-Guest";
        var finding = Assert.Single(lab.FindingsOf("CNP3002"));
        Assert.Equal("cloud-guest", (string?)finding.Fixes[0].DesignEdits![0].To);
    }

    [Fact]
    public void Accepts_HostsKnownByAddressOnly_AsOneNotVerifiedPerLabel()
    {
        var lab = ALab.WithHosts(2);
        lab.Devices.Clear();
        lab.Cables.Clear();
        foreach (var host in lab.Cluster.Hosts)
            (host.Device, host.Url) = (null, $"http://10.20.100.{host.Id[1..]}");
        var findings = lab.FindingsOf("CNP3002");
        Assert.All(findings, f => Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (f.Status, f.Severity)));
        Assert.Equal(2, findings.Count);
    }

    [Fact]
    public void Accepts_HostLinkedByTheAddressInItsUrl()
    {
        var lab = ALab.WithHosts(1);
        (lab.Cluster.Hosts[0].Device, lab.Cluster.Hosts[0].Url) = (null, "http://10.20.100.11");
        Assert.Equal("kvm1", lab.Facts.Hosts[0].Name);
        Assert.Empty(lab.FindingsOf("CNP3002"));
    }

    [Fact]
    public void Fingerprint_HoldsOnToTheHostsThatLackIt_NotToThoseThatHaveIt()
    {
        var (four, five, worse) = (ALab.WithHosts(4), ALab.WithHosts(5), ALab.WithHosts(5));
        foreach (var lab in new[] { four, five, worse })
            lab.Remove("kvm2", "cloudbr1");
        worse.Remove("kvm4", "cloudbr1");
        string Print(ALab lab) => Assert.Single(lab.FindingsOf("CNP3002")).Fingerprint;
        Assert.Equal(Print(four), Print(five));
        Assert.NotEqual(Print(five), Print(worse));
    }

    [Fact]
    public void Rejects_XenNetworkWithoutANic()
    {
        var lab = Of("XenServer", new Interface { Name = "xapi1", Kind = InterfaceKind.XenNetwork, NameLabel = "guests" });
        lab.Traffic("Guest").Labels["XenServer"] = "guests";
        var finding = Assert.Single(lab.FindingsOf("CNP3002"));
        Assert.Contains("exists on 0 of 1 XenServer hosts of zone ams1; on kvm1 it has no NIC (PIF), so nothing would leave the host.", finding.Message, StringComparison.Ordinal);
        lab.Port("kvm1", "eno1").BridgeId = lab.Port("kvm1", "xapi1").Id;
        Assert.Empty(lab.FindingsOf("CNP3002"));
    }

    [Theory]
    [InlineData("VMware", "vSwitch1", "vswitch1,,vmwaresvs", 1), InlineData("VMware", "vSwitch1", " vSwitch1 , 20 ", 0), InlineData("Hyper-V", "External", "external", 1), InlineData("Hyper-V", "External", "External", 0), InlineData("Hyper-V", "External,1", "External,1", 0)]
    [InlineData("Ovm3", "guests", "Guests", 1), InlineData("Ovm3", "guests", "guests", 0), InlineData("Simulator", "x", "y", 0), InlineData("LXC", "x", "y", 0)]
    public void Rejects_NamesByHypervisor_WithCase(string hypervisor, string there, string label, int findings)
    {
        var lab = Of(hypervisor, new Interface { Name = there, Kind = hypervisor == "Ovm3" ? InterfaceKind.Bridge : InterfaceKind.VSwitch });
        lab.Traffic("Guest").Labels[Domain.Zones.Hypervisors.Hypervisor.Find(hypervisor)!.Key] = label;
        Assert.Equal(findings, lab.FindingsOf("CNP3002").Count);
    }

    [Fact]
    public void Rejects_LabelOfAPhysicalNetworkOnlyAnotherClusterUses()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Clusters.Add(new Domain.Zones.Cluster { Id = "c2", Name = "c2", Hosts = [lab.Cluster.Hosts[1]] });
        lab.Cluster.Hosts.RemoveAt(1);
        lab.Remove("kvm2", "cloudbr1");
        Assert.Contains("missing on kvm2", Assert.Single(lab.FindingsOf("CNP3002")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_LinuxBridgeOnAHostWithOpenVSwitch()
    {
        var lab = ALab.WithHosts(1);
        lab.Device("kvm1").LogicalHost!.UsesOpenVSwitch = true;
        Assert.Equal(2, lab.FindingsOf("CNP3002").Count);
        foreach (var bridge in lab.Device("kvm1").Interfaces.Where(i => i.Kind == InterfaceKind.Bridge))
            bridge.Kind = InterfaceKind.OvsBridge;
        Assert.Empty(lab.FindingsOf("CNP3002"));
    }

    [Fact]
    public void Accepts_SomeHostsUnknown_SayingHowManyWereVerified()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hosts.Add(new Domain.Zones.Host { Id = "h9", Url = "http://[2001:db8::9]:8250/" });
        var finding = lab.FindingsOf("CNP3002")[0];
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.Contains("1 host (2001:db8::9) has it; 2 of 3 hosts verified", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_HostToBeBuilt_AsNotVerifiedUntilThePush()
    {
        var lab = ALab.WithHosts(1);
        lab.Add(new Device { Name = "kvm9", Role = DeviceRoles.Hypervisor, Status = LifeCycle.Planned });
        lab.Cluster.Hosts.Add(new Domain.Zones.Host { Id = "h9", Device = "kvm9" });
        var finding = lab.FindingsOf("CNP3002")[0];
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.EndsWith("Planned hosts are looked at again before a push.", finding.Message, StringComparison.Ordinal);
    }

    // A host of another hypervisor with one thing a label may name.
    private static ALab Of(string hypervisor, Interface thing)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = hypervisor;
        lab.Device("kvm1").Interfaces.RemoveAll(i => i.Kind != InterfaceKind.Physical);
        foreach (var nic in lab.Device("kvm1").Interfaces)
            nic.BondId = null;
        ALab.Add(lab.Device("kvm1"), thing);
        return lab;
    }
}
