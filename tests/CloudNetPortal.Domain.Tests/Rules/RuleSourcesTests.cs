using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Sources;

namespace CloudNetPortal.Domain.Tests.Rules;

public sealed class RuleSourcesTests
{
    [Fact]
    public void Sources_NameOnlyRulesThatExist_AndRulesThatTheServerRefusesNameItsAnswer()
    {
        Assert.Empty(RuleSources.Rules.Except(RuleBook.Rules.Select(r => r.Id)));
        var silent = RuleBook.Rules.Where(r => r.Cases.Any(c => c.RefusedByServer) && RuleSources.Of(r.Id).Refusals.Count == 0).Select(r => r.Id);
        Assert.Equal("", string.Join(' ', silent));
    }

    [Fact]
    public void Sources_EveryPartOfTheArticle_IsAdvisedByARule() =>
        Assert.Equal(["Advanced Network Traffic", "Basic Network Traffic", "Basic Zones", "Storage Traffic"], RuleSources.Rules.SelectMany(r => RuleSources.Of(r).Chapters).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Network with vlan 500 already exists or overlaps with other network vlans in zone ams1", "CNP5005")]
    [InlineData("errortext: The new IP range you have specified has overlapped with the guest network in zone: ams1along with existing Vlan also. Please specify a different gateway/netmask", "CNP4007")]
    public void Answer_WithInsertedValues_LeadsToItsRule(string answer, string rule) =>
        Assert.Contains(rule, RuleBook.Rules.Where(r => RuleSources.Of(r.Id).Answer(answer)).Select(r => r.Id));

    [Theory]
    [InlineData("")]
    [InlineData("label")]
    [InlineData("Network with vlan")]
    public void Answer_LessThanAnAnswer_LeadsNowhere(string text) =>
        Assert.DoesNotContain(RuleBook.Rules, r => RuleSources.Of(r.Id).Answer(text));
}
