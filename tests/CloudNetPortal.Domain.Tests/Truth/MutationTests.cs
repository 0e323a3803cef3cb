using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Tests.Rules;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>Sound zones have nothing to say about them; every single thing broken is told by the rule that should tell it, and by no other.</summary>
public sealed class MutationTests
{
    public static TheoryData<string> Bases => [.. Mutations.Bases.Keys];
    public static TheoryData<string> Names => [.. Mutations.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Bases))]
    public void SoundZone_HasNoErrorAndNoWarning(string name)
    {
        var findings = Mutation.Weighty(Mutations.Bases[name]());
        Assert.True(findings.Count == 0, Mutation.Text(findings));
    }

    [Theory, MemberData(nameof(Names))]
    public void OneThingBroken_IsToldByTheRuleThatShouldAndNoOther(string name)
    {
        var mutation = Mutations.All.Single(m => m.Name == name);
        var findings = mutation.Findings();
        var told = string.Join(' ', findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal));
        var expected = string.Join(' ', mutation.Expected.Split(' ').Order(StringComparer.Ordinal));
        Assert.True(told == expected, $"expected {expected}\ntold {told}\n{Mutation.Text(findings)}");
        Assert.All(findings, f => Assert.False(string.IsNullOrWhiteSpace(f.Message)));
    }

    [Fact]
    public void OneThingBrokenInADesign_IsToldAfterTheEditAlone()
    {
        foreach (var mutation in Mutations.OfDesigns)
        {
            var zone = mutation.Base();
            // A catalogue that was handed in stays as it is while the zone is broken.
            var devices = zone.Devices.Select(Copied.Of).ToList();
            var (judge, before, boxes) = (new IncrementalJudge(), zone.Input with { Catalogue = zone.With(devices) }, Boxes(zone));
            judge.Judge(before);
            mutation.Break(zone);
            // Some touch the catalogue as well, which is another snapshot.
            var after = Boxes(zone) == boxes ? zone.Input with { Catalogue = before.Catalogue } : zone.Input;
            Assert.True(Mutation.Text(RuleBook.Judge(after).Findings) == Mutation.Text(judge.Judge(after).Findings), mutation.Name);
        }
    }

    private static string Boxes(DesignSketch zone) => string.Join(' ', zone.Devices.Select(d => $"{d.Name} {d.LogicalHost?.Hypervisor}"));
}
