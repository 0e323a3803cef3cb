using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Architecture;

public sealed class RuleHouseTests
{
    private static readonly string[] Families = ["Catalogue", "Zones", "Traffic", "Labels", "Addressing", "Vlans", "Cabling", "Compute", "Storage", "Capacity"];

    // The whole catalogue: a rule that goes missing is missed.
    private static readonly string[] Catalogue =
    [
        "CNP0101 CNP0102 CNP0103 CNP0104 CNP0105 CNP0201 CNP0202",
        "CNP1001 CNP1002 CNP1003 CNP1004 CNP1005 CNP1006 CNP1007 CNP1008 CNP1009 CNP1010 CNP1011 CNP1012 CNP1013 CNP1014 CNP1015",
        "CNP2001 CNP2002 CNP2003 CNP2004 CNP2005 CNP2006 CNP2007 CNP2008 CNP2009 CNP2010",
        "CNP3001 CNP3002 CNP3003 CNP3004 CNP3005 CNP3101 CNP3102 CNP3103 CNP3104 CNP3105 CNP3106 CNP3107 CNP3108 CNP3121 CNP3122 CNP3201 CNP3202 CNP3301 CNP3302 CNP3303 CNP3304 CNP3305",
        "CNP4001 CNP4002 CNP4003 CNP4004 CNP4005 CNP4006 CNP4007 CNP4008 CNP4009 CNP4010 CNP4011 CNP4012 CNP4013 CNP4014 CNP4015 CNP4016 CNP4017",
        "CNP5001 CNP5002 CNP5003 CNP5004 CNP5005 CNP5006 CNP5007 CNP5008 CNP5009 CNP5010 CNP5101 CNP5102 CNP5103 CNP5104 CNP5105",
        "CNP6001 CNP6002 CNP6003 CNP6101 CNP6102 CNP6201 CNP6202 CNP6203 CNP6301 CNP6302 CNP6303 CNP6304",
        "CNP7001 CNP7002 CNP7003 CNP7004 CNP7005 CNP7006 CNP7007",
        "CNP8001 CNP8002 CNP8003 CNP8004 CNP8005 CNP8006 CNP8007 CNP8008 CNP8009 CNP8010 CNP8011",
        "CNP9001 CNP9002 CNP9003 CNP9004",
    ];

    [Fact]
    public void Ids_AreAllOnesOfTheCatalogue()
    {
        var wanted = Catalogue.SelectMany(row => row.Split(' ')).ToList();
        Assert.Equal(120, wanted.Count);
        Assert.Equal(wanted, RuleBook.Rules.Select(r => r.Id).Order(StringComparer.Ordinal));
    }

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
