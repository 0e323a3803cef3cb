namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class PrivateGatewayLabelsMustAgreeTests
{
    [Fact]
    public void Accepts_OneLabel() => Assert.Empty(Lab("cloudbr1", planned: true).FindingsOf("CNP3005"));

    [Fact]
    public void Accepts_NoPrivateGateways() => Assert.Empty(Lab("cloudbr0", planned: false).FindingsOf("CNP3005"));

    [Fact]
    public void Rejects_LabelsThatDiffer()
    {
        var lab = Lab("cloudbr0", planned: true);
        var finding = Assert.Single(lab.FindingsOf("CNP3005"));
        Assert.Contains("Guest: cloudbr1; Public: cloudbr0", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0].Choices[0]).FindingsOf("CNP3005"));
    }

    [Theory, InlineData("a, ,VMwareDVS", 0), InlineData("a", 1), InlineData("a,20,vmwaredvs", 1)]
    public void Rejects_VmwareLabelsByWhatTheyMean(string pub, int findings)
    {
        var lab = Lab("", planned: true);
        lab.Cluster.Hypervisor = "VMware";
        (lab.Traffic("Guest").Labels["VMware"], lab.Traffic("Public").Labels["VMware"]) = ("a,,vmwaredvs", pub);
        Assert.Equal(findings, lab.FindingsOf("CNP3005").Count);
    }

    private static ALab Lab(string pub, bool planned)
    {
        var lab = ALab.WithHosts(1);
        lab.Traffic("Public").Labels["KVM"] = pub;
        lab.Network("guest-a").PrivateGatewaysPlanned = planned;
        return lab;
    }
}
