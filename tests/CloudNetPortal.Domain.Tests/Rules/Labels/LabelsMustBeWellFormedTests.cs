namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class LabelsMustBeWellFormedTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3004"));

    [Fact]
    public void Rejects_BlankAtTheEnd()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr1 ";
        var finding = Assert.Single(lab.FindingsOf("CNP3004"));
        Assert.Contains("Label “cloudbr1 ” (Guest on guest-a, KVM) has a blank at an end.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3004"));
    }

    [Fact]
    public void Rejects_DeviceOfCloudStack()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "brbond1-512";
        var finding = Assert.Single(lab.FindingsOf("CNP3004"));
        Assert.Contains("makes and removes by itself", finding.Message);
    }

    [Fact]
    public void Rejects_TooLong()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbridge-guest";
        var finding = Assert.Single(lab.FindingsOf("CNP3004"));
        Assert.Contains("has 17 characters", finding.Message);
    }

    [Fact]
    public void Accepts_BridgesOfPeople()
    {
        var lab = ALab.WithHosts(2);
        foreach (var device in new[] { "kvm1", "kvm2" }) lab.Port(device, "cloudbr1").Name = "bridge-100";
        lab.Traffic("Guest").Labels["KVM"] = lab.Traffic("Public").Labels["KVM"] = "bridge-100";
        Assert.Empty(lab.FindingsOf("CNP3004"));
    }

    [Theory]
    [InlineData("cloudbr12345678", ""), InlineData("cloudbr123456789", "16 characters"), InlineData("brückebrücke12", "16 bytes"), InlineData("a:b", "colon"), InlineData(".", "a dot"), InlineData("br guest", "a blank"), InlineData("a/b", "a slash")]
    [InlineData("vnet7", "by itself"), InlineData("vnetwork", ""), InlineData("virbr0", "by itself"), InlineData("brvx-5000", "by itself"), InlineData("OVSTunnel3", "by itself"), InlineData("cloud1", ""), InlineData("brenp3s0f0-12", "by itself"), InlineData("br-lan-12", "")]
    public void Rejects_NamesLinuxDoesNotHave(string label, string said)
    {
        var lab = ALab.WithHosts(0);
        lab.Traffic("Guest").Labels["KVM"] = label;
        var finding = lab.FindingsOf("CNP3004").SingleOrDefault();
        Assert.Equal(said.Length > 0, finding is not null);
        Assert.Contains(said, finding?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory, InlineData("Hyperv", 255, 0), InlineData("Hyperv", 256, 1), InlineData("Ovm3", 40, 0)]
    public void Rejects_PlainLabelsAbove255(string hypervisor, int length, int findings)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = hypervisor;
        lab.Traffic("Guest").Labels[hypervisor] = new string('x', length);
        Assert.Equal(findings, lab.FindingsOf("CNP3004").Count);
    }
}
