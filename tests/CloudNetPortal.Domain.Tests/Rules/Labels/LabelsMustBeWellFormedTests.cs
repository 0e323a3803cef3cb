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
}
