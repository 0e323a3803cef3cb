using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class SystemVmTemplatesMustBeReadyTests
{
    [Fact]
    public void Accepts_ReadyTemplate() => Assert.Empty(Lab(new SystemVmTemplateFacts("KVM", "ams1", true)).FindingsOf("CNP8011"));

    [Fact]
    public void Accepts_TemplateOfAllZones() => Assert.Empty(Lab(new SystemVmTemplateFacts("KVM", null, true)).FindingsOf("CNP8011"));

    [Theory, InlineData("KVM", "not downloaded"), InlineData("VMware", "not registered")]
    public void Rejects_ZoneWithoutReadyTemplate(string hypervisor, string said) => Assert.Contains(said, Assert.Single(Lab(new SystemVmTemplateFacts(hypervisor, "ams1", false)).FindingsOf("CNP8011")).Message, StringComparison.Ordinal);

    [Fact]
    public void Accepts_ZoneNotBuiltYet_AsNotVerified()
    {
        var lab = Lab();
        lab.Cloud = lab.Cloud! with { ZoneNames = [] };
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP8011")).Status);
    }

    [Fact]
    public void Accepts_TemplatesNotRead_AsNotVerified()
    {
        var lab = Lab();
        lab.Cloud = null;
        var finding = Assert.Single(lab.FindingsOf("CNP8011"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
    }

    private static ALab Lab(params SystemVmTemplateFacts[] templates)
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = new CloudFacts(ALab.Now, ["ams1"], [], []) { SystemVmTemplates = templates };
        return lab;
    }

    [Theory]
    [InlineData(true, 6, 0, FindingStatus.Open, "")]
    [InlineData(true, 8, 1, FindingStatus.NotVerified, "was ready on 2026-02-21, more than 7 days ago")]
    [InlineData(false, 8, 1, FindingStatus.Open, "(as of 2026-02-21)")]
    public void Judges_OldReadings(bool ready, int days, int found, FindingStatus status, string words)
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { ReadAt = ALab.Now.AddDays(-days), ZoneNames = ["ams1"], SystemVmTemplates = [new SystemVmTemplateFacts("KVM", null, ready)] };
        var findings = lab.FindingsOf("CNP8011");
        Assert.Equal(found, findings.Count);
        Assert.All(findings, f => Assert.Equal(status, f.Status));
        Assert.All(findings, f => Assert.Contains(words, f.Message));
    }
}
