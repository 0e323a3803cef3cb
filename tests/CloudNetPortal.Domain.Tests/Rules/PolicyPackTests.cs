using System.Text.Json;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Domain.Tests.Rules;

public sealed class PolicyPackTests
{
    [Fact]
    public void Packs_Delivered_SayWhatTheCasesOfTheRulesSay()
    {
        var lab = RuleBook.Rules.SelectMany(r => r.Cases.Where(c => c.Lab != c.Production).Select(c => (Key: r.Id + c.Letter, c.Lab))).OrderBy(e => e.Key, StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("CLOUDNET_WRITE_DOCS") == "1")
            Write(lab);
        var stale = lab.Select(e => $"{e.Key} {e.Lab}").Except(PolicyPack.Lab.Severities.Select(e => $"{e.Key} {e.Value}")).Concat(PolicyPack.Lab.Severities.Select(e => $"{e.Key} {e.Value}").Except(lab.Select(e => $"{e.Key} {e.Lab}"))).ToList();
        Assert.True(stale.Count == 0, $"Rules/Packs/lab.json differs from the cases: {string.Join(", ", stale)}. Run CLOUDNET_WRITE_DOCS=1 tests/run.sh Domain, count its version up and commit the result.");
        Assert.Empty(PolicyPack.Production.Severities);
    }

    [Fact]
    public void Packs_Delivered_HaveNoProblems() => Assert.All(PolicyPack.All, pack => Assert.Empty(pack.Problems()));

    [Theory]
    [InlineData("CNP3102", "warning", "Every host of the zone would fail")]
    [InlineData("CNP1003", "advice", "CloudStack would refuse the call")]
    [InlineData("CNP5101x", "off", "no such rule or case")]
    [InlineData("CNP0999", "off", "no such rule or case")]
    public void Pack_ThatLowersWhatMustStay_IsToldAndWeighsAsBefore(string key, string severity, string problem)
    {
        var pack = PolicyPack.Read($$"""{ "name": "mine", "version": 1, "meaning": "mine", "liveDataDays": 7, "sparePodAddresses": 0, "growthPercent": 0, "longestWaiverDays": 30, "severities": { "{{key}}": "{{severity}}", "CNP6301": "off" } }""");
        Assert.Contains(problem, Assert.Single(pack.Problems()));
        if (RuleBook.Find(key) is { } rule)
            Assert.All(rule.Cases, c => Assert.Equal(c.Production, pack.SeverityOf(rule, c)));
        Assert.Equal(Severity.Off, pack.SeverityOf(RuleBook.Find("CNP6301")!, RuleBook.Find("CNP6301")!.Cases[0]));
    }

    [Fact]
    public void Pack_WithAMisspelledMember_IsRefused() =>
        Assert.Throws<JsonException>(() => PolicyPack.Read("""{ "name": "mine", "version": 1, "meaning": "mine", "liveDataDays": 7, "sparePodAddresses": 0, "growthPercent": 0, "longestWaiverDays": 30, "severitys": {} }"""));

    [Fact]
    public void Unverified_WeighsByThePackAndItsPlace()
    {
        var rule = RuleBook.Find("CNP3002")!;
        var unknown = new Finding { RuleId = "CNP3002", Severity = Severity.Off, Status = FindingStatus.NotVerified, Path = "physicalNetworks/p/trafficTypes/t/labels/VMware", Message = "?" };
        // No connect check of CloudStack looks at labels on VMware: there nobody but the portal would notice.
        Assert.Equal(Severity.Error, PolicyPack.Production.SeverityOf(rule, unknown));
        Assert.Equal(Severity.Error, PolicyPack.Production.SeverityOf(RuleBook.Find("CNP3003")!, unknown with { RuleId = "CNP3003", Case = "a" }));
        Assert.Equal(Severity.Warning, PolicyPack.Production.SeverityOf(rule, unknown with { Path = "physicalNetworks/p/trafficTypes/t/labels/KVM" }));
        Assert.Equal(Severity.Advice, PolicyPack.Lab.SeverityOf(rule, unknown));
        var strict = PolicyPack.Lab with { UnverifiedError = Severity.Warning, UnverifiedBlocks = ["CNP3002 labels/VMware"] };
        Assert.Equal(Severity.Error, strict.SeverityOf(rule, unknown));
        Assert.Equal(Severity.Warning, strict.SeverityOf(rule, unknown with { Path = "physicalNetworks/p/trafficTypes/t/labels/KVM" }));
        Assert.Equal(Standing.Error, (unknown with { Severity = Severity.Error }).Standing);
        Assert.Equal(Standing.NotVerified, (unknown with { Severity = Severity.Warning }).Standing);
    }

    private static void Write(IReadOnlyList<(string Key, Severity Lab)> changes)
    {
        var file = RepositoryFiles.At("src", "CloudNetPortal.Domain", "Rules", "Packs", "lab.json");
        var text = File.ReadAllText(file);
        var lines = changes.Select(c => $"    \"{c.Key}\": \"{c.Lab.ToString().ToLowerInvariant()}\"");
        File.WriteAllText(file, text[..text.IndexOf("\"severities\"", StringComparison.Ordinal)] + "\"severities\": {\n" + string.Join(",\n", lines) + "\n  }\n}\n");
    }
}
