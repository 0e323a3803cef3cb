using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CloudNetPortal.Domain.Tests.Rules;

public sealed class IncrementalJudgeTests
{
    private static string Text(IEnumerable<Finding> findings, string? rule = null) => string.Join('\n', findings.Where(f => rule is null || f.RuleId == rule).Select(f => System.Text.Json.JsonSerializer.Serialize(f)));

    private static ALab Edge()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "Edge";
        return lab;
    }

    [Fact]
    public void Judge_AfterAnyRowOfEdits_EqualsAFullRun() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ArrayOf(14).ToArbitrary(), numbers =>
        {
            var edits = new RandomEdits((numbers[0] / 10 % 5) switch { 0 => ALab.Basic(2), 1 => ALab.WithHosts(2), 2 => ALab.SecurityGroups(2), 3 => Edge(), _ => ALab.WithHosts(3) });
            var judge = new IncrementalJudge();
            foreach (var number in numbers)
            {
                var input = edits.Next(number);
                var (whole, quick) = (RuleBook.Judge(input).Findings, judge.Judge(input).Findings);
                // A rule that reads more than it says is named first.
                Assert.Equal([], whole.Concat(quick).Select(f => f.RuleId).Distinct().Where(id => Text(whole, id) != Text(quick, id)));
                Assert.Equal(Text(whole), Text(quick));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(int.Parse(Environment.GetEnvironmentVariable("CLOUDNET_EDIT_ROWS") ?? "40", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Judge_SameInputAgain_RunsOnlyRulesThatAskForTheTimeOrSayNothing()
    {
        var lab = ALab.WithHosts(2);
        var (judge, input) = (new IncrementalJudge(), lab.Input);
        judge.Judge(input);
        judge.Judge(input);
        Assert.All(judge.LastRun, id => Assert.True(RuleBook.Find(id)!.Reads.HasFlag(Reads.Clock)));
        Assert.DoesNotContain("CNP5101", judge.LastRun);
    }

    [Fact]
    public void Judge_DnsServerEdited_LeavesTheCablingAlone()
    {
        var lab = ALab.WithHosts(2);
        var (judge, input) = (new IncrementalJudge(), lab.Input);
        judge.Judge(input);
        lab.Design.Dns1 = "";
        var results = judge.Judge(input);
        Assert.DoesNotContain(judge.LastRun, id => id.StartsWith("CNP6", StringComparison.Ordinal));
        Assert.Contains(results.Findings, f => f.Path == "dns1");
    }

    [Fact]
    public void Judge_GuestVlansEdited_JudgesTheirWayAgain()
    {
        var lab = ALab.WithHosts(2);
        var (judge, input) = (new IncrementalJudge(), lab.Input);
        Assert.DoesNotContain(judge.Judge(input).Findings, f => f.RuleId == "CNP5101");
        lab.Network("guest-a").GuestVlans = "500-529";
        Assert.Contains(judge.Judge(input).Findings, f => f.RuleId == "CNP5101");
        Assert.DoesNotContain("CNP6101", judge.LastRun);
    }

    [Fact]
    public void Judge_SwitchPortLosesVlans_LeavesCablesRacksAndMacAddressesAlone()
    {
        var lab = ALab.WithHosts(2);
        var (judge, input) = (new IncrementalJudge(), lab.Input);
        Assert.DoesNotContain(judge.Judge(input).Findings, f => f.RuleId == "CNP5101");
        var poorer = Copied.Of(lab.Device("tor2"));
        poorer.Interfaces.First(p => p.Kind == InterfaceKind.Bond).TaggedVlans = VlanSet.Parse("300");
        var after = new CatalogueSnapshot { Devices = [.. lab.Devices.Select(d => d.Id == poorer.Id ? poorer : d)], Cables = lab.Cables, Neighbours = lab.Neighbours, Prefixes = lab.Prefixes };
        Assert.Contains(judge.Judge(input with { Catalogue = after }).Findings, f => f.RuleId == "CNP5101");
        Assert.Contains("CNP5101", judge.LastRun);
        Assert.DoesNotContain(judge.LastRun, id => id is "CNP0101" or "CNP0102" or "CNP0103" or "CNP0104" or "CNP6102");
    }

    [Fact]
    public void Judge_SameCatalogueReadAgain_JudgesNoBoxAnew()
    {
        var lab = ALab.WithHosts(2);
        var edits = new RandomCatalogueEdits(lab);
        var judge = new IncrementalJudge();
        var input = new RuleInput(lab.Design, edits.Snapshot, PolicyPack.Production, ALab.Now);
        judge.Judge(input);
        judge.Judge(input with { Catalogue = edits.Snapshot });
        Assert.All(judge.LastRun, id => Assert.True(RuleBook.Find(id)!.Reads.HasFlag(Reads.Clock)));
    }
}
