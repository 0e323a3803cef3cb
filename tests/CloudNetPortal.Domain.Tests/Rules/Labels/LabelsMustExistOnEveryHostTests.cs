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
}
