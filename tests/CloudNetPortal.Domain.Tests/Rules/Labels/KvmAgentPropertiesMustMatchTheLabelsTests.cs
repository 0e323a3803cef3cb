namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmAgentPropertiesMustMatchTheLabelsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP3107"));

    [Fact]
    public void Accepts_EmptyLabelWhoseFallbackIsThere()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Public").Labels.Clear();
        Assert.Empty(lab.FindingsOf("CNP3107"));
    }

    [Fact]
    public void Rejects_FallbackTheHostDoesNotHave()
    {
        var lab = ALab.WithHosts(2);
        foreach (var traffic in lab.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
            traffic.Labels.Clear();
        lab.Remove("kvm2", "cloudbr0");
        var findings = lab.FindingsOf("CNP3107");
        Assert.Equal(3, findings.Count);
        Assert.Contains(findings, f => f.Case == "a" && f.Message.Contains("private.network.device=cloudbr0, which kvm2 does not have", StringComparison.Ordinal));
    }

    [Fact]
    public void Accepts_HostsOfARunningZone_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        lab.Cloud = new Domain.Rules.CloudFacts(ALab.Now, ["ams1"], [], []);
        var finding = Assert.Single(lab.FindingsOf("CNP3107"));
        Assert.Equal(("b", Domain.Rules.FindingStatus.NotVerified), (finding.Case, finding.Status));
        Assert.Contains("private.network.device=cloudbr0, public.network.device=cloudbr1", finding.Message, StringComparison.Ordinal);
    }
}
