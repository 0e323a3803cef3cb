using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Findings;

public sealed class WaiverUseCaseTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    private const string Why = "The storage network is built in the window of March.";
    private const string Note = "Seen, and planned for later.";

    [Fact]
    public async Task Waiver_OfTwoTeams_OpensTheWayToTheApprovalAndIsBoundByIt()
    {
        var (ana, zone) = await FaultyAsync();
        var finding = await FaultAsync(zone);
        Assert.Contains("CNP8002", Assert.IsType<Refused>((await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "", Note)).Outcome).Sentence);
        var waiver = (await portal.Get<RequestWaiver>().Execute(ana, zone, finding.Fingerprint, Wish())).Value;

        var (sam, kim) = (await ApproverAsync("storage"), await ApproverAsync("network"));
        Assert.Contains(await portal.Get<ZoneAnswers>().WaitingFor(sam, Now), line => line.Zone == zone && line.Decides);
        Assert.Null(await DecideAsync(sam, waiver, "storage"));
        Assert.Equal(Standing.Error, (await FaultAsync(zone)).Standing);
        Assert.Null(await DecideAsync(kim, waiver, "network"));
        var waived = await FaultAsync(zone);
        Assert.Equal((Standing.Waived, "storage and network"), (waived.Standing, waived.Answer!.By));

        var number = await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "", Note);
        Assert.False(number.Failed(out var outcome), outcome?.Sentence);
        var change = (await portal.Get<ChangeQueries>().Find(number.Value))!;
        Assert.Contains(change.Findings, f => f.RuleId == "CNP8002" && f.Standing == Standing.Waived && f.Answer!.Sentence == Why);
        Assert.All(change.Findings.Where(f => f.Severity == Severity.Warning && f.Status != FindingStatus.NotVerified), f => Assert.Equal((FindingStatus.Acknowledged, "Ana", Note), (f.Status, f.Answer!.By, f.Answer.Sentence)));

        // Taken back: nobody's consent stands on it any more.
        Assert.Null(await portal.Get<Approve>().Execute(kim, change.Change.Id, "network", change.Change.ContentHash));
        Assert.Null(await portal.Get<DecideWaiver>().Execute(sam, waiver.Id, WaiverDecision.Revoke, "storage", "It is built now."));
        var moved = (await portal.Get<ChangeQueries>().Find(number.Value))!.Change;
        Assert.NotEqual(change.Change.RulesHash, moved.RulesHash);
        Assert.All(moved.Approvals, a => Assert.True(a.IsStale));
        Assert.Contains("CNP8002", Assert.IsType<Refused>(await portal.Get<Approve>().Execute(kim, moved.Id, "network", moved.ContentHash)).Sentence);
    }

    [Fact]
    public async Task Waiver_OfWhatIsMended_CoversNothingAndCanBeClosed()
    {
        var (ana, zone) = await FaultyAsync();
        var waiver = (await portal.Get<RequestWaiver>().Execute(ana, zone, (await FaultAsync(zone)).Fingerprint, Wish())).Value;
        Assert.Null(await DecideAsync(await ApproverAsync("storage"), waiver, "storage"));
        Assert.Null(await DecideAsync(await ApproverAsync("compute"), waiver, "compute"));
        Assert.Contains("still covers", Assert.IsType<Refused>(await portal.Get<CloseWaiver>().Execute(ana, waiver.Id)).Sentence);
        var design = (await portal.Get<ZoneQueries>().Find(zone))!.Design;
        var range = $"pods/pod/storageRanges/{design.Pods[0].StorageRanges[0].Id}";
        await portal.Get<EditDraft>().Execute(ana, zone, [new FieldEdit(range, new DesignTree(DesignJson.ToTree(design)).Get(range)!.DeepClone(), null)]);
        Assert.DoesNotContain((await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Findings, f => f.Answer is not null);
        Assert.Null(await portal.Get<CloseWaiver>().Execute(ana, waiver.Id));
    }

    [Fact]
    public async Task Waiver_AskedForByItsApproverOrOfAMovedFinding_IsRefused()
    {
        var ana = await portal.PersonAsync("Ana", [Roles.ZoneDesigner, Roles.Approver], "storage", "network");
        var (_, zone) = await FaultyAsync(ana);
        Assert.IsType<Stale>((await portal.Get<RequestWaiver>().Execute(ana, zone, "0123456789abcdef", Wish())).Outcome);
        var finding = await FaultAsync(zone);
        var waiver = (await portal.Get<RequestWaiver>().Execute(ana, zone, finding.Fingerprint, Wish())).Value;
        Assert.Contains("already", Assert.IsType<Refused>((await portal.Get<RequestWaiver>().Execute(ana, zone, finding.Fingerprint, Wish())).Outcome).Sentence);
        Assert.Contains("you asked for it", Assert.IsType<Refused>(await DecideAsync(ana, waiver, "storage")).Sentence);
        // Whoever edited is no judge either, whatever the roles.
        var ben = await portal.PersonAsync("Ben", [Roles.ZoneDesigner, Roles.Approver], "storage");
        await portal.Get<EditDraft>().Execute(ben, zone, [FieldEdit.Text("dns2", null, "1.0.0.1")]);
        Assert.Contains("you edited", Assert.IsType<Refused>(await DecideAsync(ben, waiver, "storage")).Sentence);
        // Roles are read anew: a sign-in may be older than they are.
        var lee = await portal.PersonAsync("Lee", [], "storage");
        Assert.IsType<Forbidden>(await DecideAsync(lee with { Roles = new HashSet<string> { Roles.Approver } }, waiver, "storage"));
    }

    [Fact]
    public async Task SeveralWarnings_OfOneRule_AreWaivedByOneWishAndHeldByTheirOwnFingerprints()
    {
        var (ana, zone) = await FaultyAsync();
        var warnings = (await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Findings.Where(f => f is { Severity: Severity.Warning, Status: FindingStatus.Open or FindingStatus.NotVerified }).ToList();
        var several = warnings.GroupBy(f => (f.RuleId, f.Case)).First(g => g.Count() > 1).Take(2).ToList();
        var stranger = warnings.First(f => f.RuleId != several[0].RuleId);
        Assert.Contains("one rule", Assert.IsType<Refused>((await portal.Get<RequestWaiver>().Execute(ana, zone, [several[0].Fingerprint, stranger.Fingerprint], Wish())).Outcome).Sentence);
        Assert.IsType<Forbidden>((await portal.Get<RequestWaiver>().Execute(await ApproverAsync("storage"), zone, [.. several.Select(f => f.Fingerprint)], Wish())).Outcome);
        Assert.IsType<Stale>((await portal.Get<RequestWaiver>().Execute(ana, zone, [several[0].Fingerprint, "0123456789abcdef"], Wish())).Outcome);

        var waiver = Assert.Single((await portal.Get<RequestWaiver>().Execute(ana, zone, [.. several.Select(f => f.Fingerprint)], Wish())).Value);
        Assert.Equal((WaiverScope.SeveralFindings, 2), (waiver.Scope, waiver.Findings.Select(f => f.Fingerprint).Intersect(several.Select(f => f.Fingerprint)).Count()));
        Assert.IsType<Refused>((await portal.Get<RequestWaiver>().Execute(ana, zone, several[1].Fingerprint, Wish())).Outcome);
        Assert.Null(await DecideAsync(await ApproverAsync(waiver.Team), waiver, waiver.Team));

        var after = (await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Findings.Where(f => f.RuleId == several[0].RuleId && f.Case == several[0].Case).ToList();
        Assert.Equal(2, after.Count(f => f.Standing == Standing.Waived));
        Assert.Equal(warnings.Count(f => f.RuleId == several[0].RuleId && f.Case == several[0].Case) - 2, after.Count(f => f.Standing != Standing.Waived));
    }

    [Fact]
    public async Task Copy_OfAZone_ListsItsWaiversAsProposalsThatCoverNothing()
    {
        var (ana, zone) = await FaultyAsync();
        var waiver = (await portal.Get<RequestWaiver>().Execute(ana, zone, (await FaultAsync(zone)).Fingerprint, Wish())).Value;
        Assert.Null(await DecideAsync(await ApproverAsync("storage"), waiver, "storage"));
        Assert.Null(await DecideAsync(await ApproverAsync("compute"), waiver, "compute"));

        var copy = (await portal.Get<CopyZone>().Execute(ana, zone, new NewZone($"copy-{Guid.NewGuid():n}"[..12], "", null))).Value;

        var proposed = Assert.Single(await portal.Get<ZoneAnswers>().Waivers(copy));
        Assert.Equal((WaiverState.Proposed, Why), (proposed.State, proposed.Reason));
        var finding = await FaultAsync(copy);
        Assert.Equal(Standing.Error, finding.Standing);
        Assert.Equal(finding.Fingerprint, Assert.Single(WaiverTable.Found(proposed, [finding])).Fingerprint);
        Assert.IsType<Refused>(await DecideAsync(await ApproverAsync("storage"), proposed, "storage"));
        Assert.Null(await portal.Get<CloseWaiver>().Execute(ana, proposed.Id));
        Assert.Equal(WaiverState.Approved, Assert.Single(await portal.Get<ZoneAnswers>().Waivers(zone)).State);
    }

    [Fact]
    public async Task Waiver_OfWhatTheServerRefuses_DoesNotExist()
    {
        var ana = await portal.DesignerAsync();
        var design = UseCaseFixture.ADesign();
        design.Dns1 = "no address";
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Production), design, "production");
        var refused = (await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Errors.First(f => RuleBook.Find(f.RuleId)!.Cases.First(c => c.Letter == f.Case).RefusedByServer);
        Assert.Contains("cannot be waived", Assert.IsType<Refused>((await portal.Get<RequestWaiver>().Execute(ana, zone, refused.Fingerprint, Wish())).Outcome).Sentence);
    }

    [Fact]
    public async Task Warnings_WithoutASentence_KeepTheDesignFromTheTeams()
    {
        var ana = await portal.DesignerAsync();
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Production), pack: "production");
        var warnings = (await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Warnings;
        Assert.NotEmpty(warnings);
        Assert.Contains("not acknowledged", Assert.IsType<Refused>((await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "")).Outcome).Sentence);
        Assert.IsType<Refused>((await portal.Get<AcknowledgeWarnings>().Execute(ana, zone, [warnings[0].Fingerprint], "ok")).Outcome);
        Assert.Equal(warnings.Count, (await portal.Get<AcknowledgeWarnings>().Execute(ana, zone, [.. warnings.Select(w => w.Fingerprint)], Note)).Value);
        Assert.Empty((await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Warnings);
        Assert.False((await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "")).Failed(out var outcome), outcome?.Sentence);
        await using var db = portal.Db();
        Assert.Equal(warnings.Count, await db.Audit.CountAsync(a => a.ObjectKind == nameof(Acknowledgement) && a.By == ana.Id));
    }

    [Fact]
    public async Task Pack_LaxerForAProductionCloud_WaitsForAnApproverWhoDidNotWriteTheDesign()
    {
        var ana = await portal.PersonAsync("Ana", [Roles.ZoneDesigner, Roles.Approver], "network");
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Production), pack: "production");
        Assert.IsType<Refused>((await portal.Get<SetZonePack>().Execute(ana, zone, "lab", "short")).Outcome);
        Assert.False((await portal.Get<SetZonePack>().Execute(ana, zone, "lab", "A trial of two hosts without redundancy.")).Value);
        Assert.Equal("production", (await portal.Get<ZoneQueries>().Find(zone))!.Zone.PolicyPack);
        Assert.IsType<Refused>(await portal.Get<DecideZonePack>().Execute(ana, zone, agreed: true));
        Assert.Null(await portal.Get<DecideZonePack>().Execute(await ApproverAsync("compute"), zone, agreed: true));
        Assert.Equal("lab", (await portal.Get<ZoneQueries>().Find(zone))!.Zone.PolicyPack);
        // Stricter again needs nobody; the target never makes it laxer by itself.
        Assert.True((await portal.Get<SetZonePack>().Execute(ana, zone, "production", "")).Value);
        Assert.IsType<Refused>(await portal.Get<SetZoneTarget>().Execute(ana, zone, (await portal.Get<ZoneQueries>().Find(zone))!.Zone.CloudId, "lab"));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static WaiverWish Wish() => new(WaiverScope.OneFinding, "", AndFuture: false, Why, "", Now.AddDays(30));

    private Task<Outcome?> DecideAsync(Caller caller, Waiver waiver, string team) => portal.Get<DecideWaiver>().Execute(caller, waiver.Id, WaiverDecision.Agree, team, "");

    private Task<Caller> ApproverAsync(string team) => portal.PersonAsync(team, [Roles.Approver], team);

    // Storage ranges without Storage traffic: accepted by the server, and not what was meant.
    private async Task<(Caller Ana, Guid Zone)> FaultyAsync(Caller? ana = null)
    {
        ana ??= await portal.DesignerAsync();
        var design = UseCaseFixture.ADesign();
        var third = design.Pods[0].Gateway!.Split('.')[2];
        design.Pods[0].StorageRanges.Add(new StorageRange { Gateway = $"10.60.{third}.1", Netmask = "255.255.255.0", StartIp = $"10.60.{third}.10", EndIp = $"10.60.{third}.50" });
        return (ana, await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Production), design, "production"));
    }

    private async Task<Finding> FaultAsync(Guid zone) => (await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Findings.Single(f => f is { RuleId: "CNP8002", Severity: Severity.Error });
}
