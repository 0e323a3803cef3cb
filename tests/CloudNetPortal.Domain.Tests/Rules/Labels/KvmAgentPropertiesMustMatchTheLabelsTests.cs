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

    [Fact]
    public void Rejects_HostOfARunningZone_ThatKeepsAnotherDevice()
    {
        var lab = ALab.WithHosts(2);
        lab.Cloud = new Domain.Rules.CloudFacts(ALab.Now, ["ams1"], [], []);
        foreach (var host in lab.Devices.Select(d => d.LogicalHost).OfType<Domain.Catalogue.Devices.LogicalHost>())
            (host.AgentPrivateDevice, host.AgentPublicDevice, host.AgentGuestDevice) = ("cloudbr0", "cloudbr1", "cloudbr1");
        Assert.Empty(lab.FindingsOf("CNP3107"));
        lab.Device("kvm2").LogicalHost!.AgentPrivateDevice = "cloudbr9";
        var finding = Assert.Single(lab.FindingsOf("CNP3107"));
        Assert.Equal(("b", Domain.Rules.FindingStatus.Open, Domain.Rules.Severity.Error), (finding.Case, finding.Status, finding.Severity));
        Assert.Equal("kvm2 keeps private.network.device=cloudbr9, but the label of Management stands for cloudbr0: the agent goes on using cloudbr9.", finding.Message);
    }
}
