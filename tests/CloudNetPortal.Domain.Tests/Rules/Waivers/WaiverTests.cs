using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;

namespace CloudNetPortal.Domain.Tests.Rules.Waivers;

public sealed class WaiverTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ana = Guid.CreateVersion7(), Lee = Guid.CreateVersion7(), Kim = Guid.CreateVersion7(), Ben = Guid.CreateVersion7();

    [Fact]
    public void Error_NeedsTheOwningTeamAndAnother()
    {
        var waiver = Asked(Missing("kvm-01", "kvm-02"));
        Assert.Equal("compute and another team", waiver.Needs);
        Assert.Null(waiver.ToAnswer());
        Assert.Null(waiver.Approve("compute", Lee, "Lee", ["compute"], [], Now));
        Assert.Equal(WaiverState.Requested, waiver.State);
        Assert.Contains("agreed already", waiver.Approve("compute", Ben, "Ben", ["compute"], [], Now)!.Message);
        Assert.Null(waiver.Approve("network", Kim, "Kim", ["network"], [], Now));
        Assert.Equal(WaiverState.Approved, waiver.State);
        Assert.Equal("Lee and Kim", waiver.ToAnswer()!.By);
    }

    [Fact]
    public void Error_WithTwoOtherTeams_IsStillNotAgreedTo()
    {
        var waiver = Asked(Missing("kvm-01"));
        Assert.Null(waiver.Approve("network", Kim, "Kim", ["network"], [], Now));
        Assert.Contains("compute", waiver.Approve("storage", Ben, "Ben", ["storage"], [], Now)!.Message);
        Assert.Equal(WaiverState.Requested, waiver.State);
    }

    [Fact]
    public void Warning_NeedsTheOwningTeamOnly()
    {
        var waiver = Asked(Missing("kvm-01") with { Severity = Severity.Warning });
        Assert.Contains("compute", waiver.Approve("network", Kim, "Kim", ["network"], [], Now)!.Message);
        Assert.Null(waiver.Approve("compute", Lee, "Lee", ["compute"], [], Now));
        Assert.Equal(WaiverState.Approved, waiver.State);
    }

    [Fact]
    public void Consent_OfWhoAskedOrEditedOrIsAStranger_IsRefused()
    {
        var waiver = Asked(Missing("kvm-01"));
        Assert.Contains("you asked", waiver.Approve("compute", Ana, "Ana", ["compute"], [], Now)!.Message);
        Assert.Contains("you edited", waiver.Approve("compute", Lee, "Lee", ["compute"], [Lee], Now)!.Message);
        Assert.Contains("not a member", waiver.Approve("compute", Lee, "Lee", ["network"], [], Now)!.Message);
        Assert.Contains("ran out", waiver.Approve("compute", Lee, "Lee", ["compute"], [], Now.AddDays(40))!.Message);
        Assert.Empty(waiver.Consents);
    }

    [Fact]
    public void Wish_WithEverythingWrong_SaysItAllAtOnce()
    {
        var refused = Missing("kvm-01") with { RuleId = "CNP1003", Case = "" };
        var (_, refusal) = Waiver.Request(Guid.Empty, new WaiverWish(WaiverScope.OneObject, "host kvm-99", false, "short", "", Now.AddDays(400)), refused, [refused], PolicyPack.Production with { TicketWanted = true }, Ana, "Ana", Now);
        foreach (var part in (string[])["cannot be waived", "20 to 1,000", "90 days at most", "ticket", "kvm-99"])
            Assert.Contains(part, refusal!.Message);
    }

    [Theory]
    [InlineData(WaiverScope.OneFinding, 1)]
    [InlineData(WaiverScope.OneObject, 2)]
    [InlineData(WaiverScope.WholeZone, 3)]
    public void Scope_SaysWhichFindingsAreCovered(WaiverScope scope, int covered)
    {
        Finding[] all = [Missing("kvm-01"), Missing("kvm-01") with { Path = "b" }, Missing("kvm-02") with { Path = "c" }, Missing("kvm-01") with { RuleId = "CNP3101", Case = "a" }];
        var waiver = Asked(all[0], scope, all);
        Agree(waiver);
        Assert.Equal(covered, all.Count(waiver.ToAnswer()!.Covers));
    }

    [Fact]
    public void Finding_ThatGotWorseOrOther_IsOpenAgain()
    {
        var before = Missing("kvm-01", "kvm-02");
        var waiver = Asked(before);
        Agree(waiver);
        Assert.Equal(FindingStatus.Waived, Status(waiver, before, Now.AddDays(1)));
        Assert.Equal(FindingStatus.Open, Status(waiver, Missing("kvm-01", "kvm-02", "kvm-03"), Now.AddDays(1)));
        Assert.Equal(FindingStatus.Open, Status(waiver, before with { Message = "other values" }, Now.AddDays(1)));
        Assert.Equal(FindingStatus.Open, Status(waiver, before with { RuleId = "CNP3003" }, Now.AddDays(1)));
    }

    [Fact]
    public void Waiver_ForFutureHosts_CoversThemAtTheSamePlaceOnly()
    {
        var waiver = Asked(Missing("kvm-01"), andFuture: true);
        Agree(waiver);
        Assert.Equal(FindingStatus.Waived, Status(waiver, Missing("kvm-01", "kvm-02"), Now.AddDays(1)));
        Assert.Equal(FindingStatus.Open, Status(waiver, Missing("kvm-01") with { Path = "elsewhere" }, Now.AddDays(1)));
    }

    [Fact]
    public void Waiver_OfAWarning_DoesNotCoverTheSameAsAnError()
    {
        var waiver = Asked(Missing("kvm-01") with { Severity = Severity.Warning });
        Agree(waiver);
        Assert.Equal(FindingStatus.Open, Status(waiver, Missing("kvm-01"), Now));
    }

    [Fact]
    public void Waiver_PastItsEnd_LeavesTheFindingOpenAndSaysSo()
    {
        var finding = Missing("kvm-01");
        var waiver = Asked(finding);
        Agree(waiver);
        var after = Assert.Single(StandingAnswer.Apply(new RuleResults([finding]), [waiver.ToAnswer()!], Now.AddDays(31)).Errors);
        Assert.Equal(Now.AddDays(30), after.Answer!.Until);
    }

    [Fact]
    public void Results_WithAnotherWaiver_HaveAnotherHash()
    {
        var finding = Missing("kvm-01");
        var open = new RuleResults([finding]);
        var first = Asked(finding);
        Agree(first);
        var second = Asked(finding);
        Agree(second);
        var hashes = new[] { open.Hash(), Apply(first).Hash(), Apply(second).Hash() };
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Equal(Apply(first).Hash(), Apply(first).Hash());
        RuleResults Apply(Waiver waiver) => StandingAnswer.Apply(open, [waiver.ToAnswer()!], Now);
    }

    [Fact]
    public void Revoked_ByTheOwningTeamOnly_AndWithAReason()
    {
        var waiver = Asked(Missing("kvm-01"));
        Agree(waiver);
        Assert.NotNull(waiver.Revoke("Kim", ["network"], "no longer", Now));
        Assert.NotNull(waiver.Revoke("Lee", ["compute"], " ", Now));
        Assert.Null(waiver.Revoke("Lee", ["compute"], "the bond is built", Now));
        Assert.Null(waiver.ToAnswer());
        Assert.Contains("the bond is built", waiver.Ending);
    }

    [Fact]
    public void Acknowledgement_CoversWarningsNotErrors()
    {
        var warning = Missing("kvm-01") with { Severity = Severity.Warning };
        var note = new Acknowledgement(Guid.Empty, warning, "Known and planned.", Ana, "Ana", Now).ToAnswer();
        Assert.True(note.Covers(warning));
        Assert.False(note.Covers(Missing("kvm-01")));
        Assert.False(note.Covers(Missing("kvm-01", "kvm-02") with { Severity = Severity.Warning }));
        Assert.Equal(Standing.Acknowledged, StandingAnswer.Apply(new RuleResults([warning]), [note], Now).Findings[0].Standing);
    }

    private static Finding Missing(params string[] hosts) => new()
    {
        RuleId = "CNP3102", Severity = Severity.Error, Path = "physicalNetworks/p/trafficTypes/t/labels/KVM", Message = "The name is too long.", Team = "compute",
        Objects = [.. hosts.Select(h => new ObjectRef("host", h, $"devices/{h}"))],
    };

    private static Waiver Asked(Finding finding, WaiverScope scope = WaiverScope.OneFinding, IReadOnlyList<Finding>? all = null, bool andFuture = false)
    {
        var (waiver, refusal) = Waiver.Request(Guid.CreateVersion7(), new WaiverWish(scope, "host kvm-01", andFuture, "The bond is built in the window of March.", "", Now.AddDays(30)), finding, all ?? [finding], PolicyPack.Production, Ana, "Ana", Now);
        Assert.Null(refusal);
        return waiver!;
    }

    private static void Agree(Waiver waiver)
    {
        Assert.Null(waiver.Approve("compute", Lee, "Lee", ["compute"], [], Now));
        if (waiver.State == WaiverState.Requested)
            Assert.Null(waiver.Approve("network", Kim, "Kim", ["network"], [], Now));
    }

    private static FindingStatus Status(Waiver waiver, Finding finding, DateTimeOffset at) => StandingAnswer.Apply(new RuleResults([finding]), [waiver.ToAnswer()!], at).Findings[0].Status;
}
