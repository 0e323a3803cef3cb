using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Architecture;

public sealed class RuleHouseTests
{
    private static readonly string[] Families = ["Catalogue", "Zones", "Traffic", "Labels", "Addressing", "Vlans", "Cabling", "Compute", "Storage", "Capacity"];

    [Fact]
    public void Ids_AreUnique() => Assert.Empty(RuleBook.Rules.GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Ids_LieInTheRangeOfTheirFamily() => Assert.All(RuleBook.Rules, rule =>
    {
        Assert.Matches("^CNP[0-9]{4}$", rule.Id);
        Assert.Equal(rule.Family, Families[rule.Id[3] - '0']);
    });

    [Fact]
    public void Families_AllHaveRules() => Assert.Equal(Families.Order(), RuleBook.Rules.Select(r => r.Family).Distinct().Order());

    [Fact]
    public void Rules_EachHaveATestClassThatAcceptsAndRejects()
    {
        var tests = typeof(RuleHouseTests).Assembly.GetTypes().ToDictionary(t => t.FullName!);
        Assert.All(RuleBook.Rules, rule =>
        {
            Assert.True(tests.TryGetValue($"CloudNetPortal.Domain.Tests.Rules.{rule.Family}.{rule.GetType().Name}Tests", out var test), $"{rule.Id} has no test class {rule.GetType().Name}Tests");
            Assert.Contains(test!.GetMethods(), m => m.Name.StartsWith("Accepts_", StringComparison.Ordinal));
            Assert.Contains(test.GetMethods(), m => m.Name.StartsWith("Rejects_", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Titles_AreTheSentencesTheirFilesAreNamedBy() => Assert.All(RuleBook.Rules, rule =>
        Assert.Equal(rule.GetType().Name, string.Concat(rule.Title.Replace("XenServer", "Xen").Replace('-', ' ').Split(' ').Select(w => w is "NICs" ? "Nics" : w is "VMs" ? "Vms" : w is "VLANs" ? "Vlans" : w is "URLs" ? "Urls" : char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant()))));

    [Fact]
    public void Cases_ErrorsTheServerRefusesStayErrorsInALab() => Assert.All(RuleBook.Rules.SelectMany(r => r.Cases).Where(c => c.RefusedByServer), c => Assert.Equal(Severity.Error, c.Lab));

    [Fact]
    public void Texts_AreNeverEmpty() => Assert.All(RuleBook.Rules, rule => Assert.All(new[] { rule.Title, rule.Why, rule.Rejected, rule.Accepted, rule.Cure }, t => Assert.False(string.IsNullOrWhiteSpace(t))));
}
