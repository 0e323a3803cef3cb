namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class BasicPodsMustHaveAGuestRangeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4017"));

    [Fact]
    public void Rejects_PodWithoutRange()
    {
        var lab = ALab.Basic(1);
        lab.Pod.GuestRanges.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP4017"));
        Assert.Contains("Pod pod1 has no guest range", finding.Message);
    }

    [Fact]
    public void Rejects_TaggedRange()
    {
        var lab = ALab.Basic(1);
        lab.Pod.GuestRanges[0].Vlan = "291";
        var finding = Assert.Single(lab.FindingsOf("CNP4017"));
        Assert.Contains("names VLAN 291", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4017"));
    }

    [Fact]
    public void Accepts_Untagged()
    {
        var lab = ALab.Basic(1);
        lab.Pod.GuestRanges[0].Vlan = "untagged";
        Assert.Empty(lab.FindingsOf("CNP4017"));
    }
}
