using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Approvals;

public sealed class SubmitZoneTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    private static readonly string[] Teams = ["compute", "network", "security", "storage"];

    [Fact]
    public async Task Submit_ForProduction_NeedsEveryConcernedTeamAndHoldsItsRanges()
    {
        var (_, change) = await SubmittedAsync();
        Assert.Equal(ChangeState.InReview, change.State);
        Assert.Equal(Teams, change.Requirements.Select(r => r.Team).Order());
        await using var db = portal.Db();
        var held = await db.Reservations.Where(r => r.ChangeId == change.Id).ToListAsync();
        Assert.Equal(3, held.Count);
        Assert.All(held, r => Assert.Equal(ReservationState.Held, r.State));
        Assert.NotEmpty((await portal.Get<ChangeQueries>().Find(change.Number))!.Plan.Steps);
    }

    [Fact]
    public async Task Submit_ForAPracticeCloud_IsApprovedAtOnce()
    {
        var (_, change) = await SubmittedAsync(CloudKinds.Practice);
        Assert.Equal(ChangeState.Approved, change.State);
    }

    [Fact]
    public async Task Submit_WithOpenErrors_IsRefusedWithTheirIds()
    {
        var ana = await portal.DesignerAsync();
        var design = UseCaseFixture.ADesign();
        design.Pods[0].Clusters[0].Hosts[0].Device = await HostAsync("cloudbr0");
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Production), design, "production");
        var errors = (await portal.Get<JudgeZone>().Execute(zone)).Value.Results.Errors;
        Assert.NotEmpty(errors);
        var refused = Assert.IsType<Refused>((await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "")).Outcome);
        Assert.Contains(errors[0].RuleId, refused.Sentence);
    }

    [Fact]
    public async Task Approve_ByItsAuthor_IsRefusedWhateverTheirRoles()
    {
        var ana = await portal.PersonAsync("Ana", [Roles.ZoneDesigner, Roles.Approver, Roles.Administrator], Teams);
        var (_, change) = await SubmittedAsync(designer: ana);
        var refused = Assert.IsType<Refused>(await portal.Get<Approve>().Execute(ana, change.Id, "network", change.ContentHash));
        Assert.Contains("you edited or submitted it", refused.Sentence);
    }

    [Fact]
    public async Task Approve_BySomebodyWhoOnlyEdited_IsRefused()
    {
        var ben = await portal.PersonAsync("Ben", [Roles.ZoneDesigner, Roles.Approver], "network");
        var (_, change) = await SubmittedAsync(before: zone => portal.Get<EditDraft>().Execute(ben, zone, [FieldEdit.Text("dns2", null, "1.0.0.1")]));
        Assert.IsType<Refused>(await portal.Get<Approve>().Execute(ben, change.Id, "network", change.ContentHash));
    }

    [Fact]
    public async Task Approve_ByAllTeams_ApprovesAndReserves()
    {
        var (_, change) = await SubmittedAsync();
        await ApproveAsync(change);
        var approved = await ChangeAsync(change.Id);
        Assert.Equal(ChangeState.Approved, approved.State);
        await using var db = portal.Db();
        Assert.All(await db.Reservations.Where(r => r.ChangeId == change.Id).ToListAsync(), r => Assert.Equal(ReservationState.Reserved, r.State));
        Assert.Equal(4, await db.Audit.CountAsync(a => a.Act == nameof(Approve) && a.ObjectKind == nameof(Approval) && a.Did == "added" && db.Changes.Any(c => c.Id == change.Id && c.Approvals.Any(p => p.Id.ToString() == a.ObjectId))));
    }

    [Fact]
    public async Task Approve_OutsideTheTeamByTheDatabase_IsRefusedEvenWithAnOldSignIn()
    {
        var (_, change) = await SubmittedAsync();
        var kim = await portal.PersonAsync("Kim", [Roles.Approver], "network");
        await using (var db = portal.Db())
            await db.TeamMembers.Where(m => m.UserId == kim.Id).ExecuteDeleteAsync();
        Assert.IsType<Refused>(await portal.Get<Approve>().Execute(kim, change.Id, "network", change.ContentHash));
    }

    [Fact]
    public async Task Resubmit_AfterAnEdit_VoidsTheApprovalsAndTheSeenHash()
    {
        var (ana, change) = await SubmittedAsync();
        await ApproveAsync(change);
        await portal.Get<EditDraft>().Execute(ana, change.ZoneId, [FieldEdit.Text("dns2", null, "1.0.0.1")]);
        Assert.Equal(change.Number, (await portal.Get<SubmitZone>().Execute(ana, change.ZoneId, "again", "", "Seen, and planned.")).Value);

        var again = await ChangeAsync(change.Id);
        Assert.Equal(ChangeState.InReview, again.State);
        Assert.All(again.Approvals, a => Assert.True(a.IsStale));
        var kim = await portal.PersonAsync("Kim", [Roles.Approver], "network");
        Assert.IsType<Refused>(await portal.Get<Approve>().Execute(kim, change.Id, "network", change.ContentHash));
    }

    [Fact]
    public async Task Submit_OfRangesAnotherChangeHas_IsRefusedByItsNumber()
    {
        var cloud = await portal.CloudAsync(CloudKinds.Production);
        var (_, first) = await SubmittedAsync(cloud: cloud);
        var ben = await portal.DesignerAsync();
        var design = UseCaseFixture.ADesign();
        design.PublicRanges = (await portal.Get<ZoneQueries>().Find(first.ZoneId))!.Design.PublicRanges;
        var zone = await portal.ZoneAsync(ben, cloud, design);
        var refused = Assert.IsType<Refused>((await portal.Get<SubmitZone>().Execute(ben, zone, "zone", "", "Seen, and planned.")).Outcome);
        Assert.Contains($"CH-{first.Number} has held", refused.Sentence);

        Assert.Null(await portal.Get<Withdraw>().Execute(await AuthorAsync(first), first.Id));
        Assert.False((await portal.Get<SubmitZone>().Execute(ben, zone, "zone", "", "Seen, and planned.")).Failed(out _));
    }

    [Fact]
    public async Task AskForChanges_AfterAllApproved_TakesTheApprovalBack()
    {
        var (_, change) = await SubmittedAsync();
        await ApproveAsync(change);
        var kim = await portal.PersonAsync("Kim", [Roles.Approver], "network");
        Assert.Null(await portal.Get<AskForChanges>().Execute(kim, change.Id, "network", "Use VLANs from 600."));
        Assert.Equal(ChangeState.ChangesWanted, (await ChangeAsync(change.Id)).State);
    }

    [Fact]
    public async Task AskForChanges_ThenConsentOfOtherTeams_StillWaitsForTheTeamThatAsked()
    {
        var (_, change) = await SubmittedAsync();
        var kim = await portal.PersonAsync("Kim", [Roles.Approver], "network");
        Assert.Null(await portal.Get<Approve>().Execute(kim, change.Id, "network", change.ContentHash));
        var lee = await portal.PersonAsync("Lee", [Roles.Approver], "network");
        Assert.Null(await portal.Get<AskForChanges>().Execute(lee, change.Id, "network", "Use VLANs from 600."));
        foreach (var team in Teams.Where(team => team != "network"))
            Assert.Null(await portal.Get<Approve>().Execute(await portal.PersonAsync(team, [Roles.Approver], team), change.Id, team, change.ContentHash));
        Assert.Equal(ChangeState.ChangesWanted, (await ChangeAsync(change.Id)).State);

        Assert.Null(await portal.Get<Approve>().Execute(kim, change.Id, "network", change.ContentHash));
        Assert.Equal(ChangeState.Approved, (await ChangeAsync(change.Id)).State);
    }

    [Fact]
    public async Task Submit_AfterACancelledPush_TakesTheMendedDesignUnderTheSameNumber()
    {
        var (ana, change) = await SubmittedAsync(CloudKinds.Practice);
        var omar = await portal.OperatorAsync();
        var run = (await portal.Get<StartPush>().Execute(omar, change.Id)).Value;
        await portal.Get<EditDraft>().Execute(ana, change.ZoneId, [FieldEdit.Text("dns2", null, "1.0.0.1")]);
        Assert.Contains("push of it is open", Assert.IsType<Refused>((await portal.Get<SubmitZone>().Execute(ana, change.ZoneId, "mended", "")).Outcome).Sentence);
        await using (var db = portal.Db())
        {
            // As the worker leaves it at something that a person must look at.
            var stopped = await db.PushRuns.SingleAsync(r => r.Id == run);
            stopped.Take(1);
            stopped.Stop("The cloud refused a step.", null);
            (await db.Changes.SingleAsync(c => c.Id == change.Id)).PausePush();
            await db.SaveChangesAsync();
        }

        Assert.Null(await portal.Get<CancelPush>().Execute(omar, run));
        Assert.Equal(change.Number, (await portal.Get<SubmitZone>().Execute(ana, change.ZoneId, "mended", "The cloud refused it.")).Value);
        var again = await ChangeAsync(change.Id);
        Assert.Equal((ChangeState.Approved, "mended"), (again.State, again.Title));
        Assert.NotEqual(change.RevisionHash, again.RevisionHash);
        Assert.False((await portal.Get<StartPush>().Execute(omar, change.Id)).Failed(out _));
    }

    [Fact]
    public async Task SaveCloud_WithAnOpenChange_MovesNeitherItsKindNorItsAddress()
    {
        var (_, change) = await SubmittedAsync();
        var cloud = (await portal.Get<CloudQueries>().Find(change.CloudId))!.Cloud;
        var omar = await portal.OperatorAsync();
        var ada = await portal.PersonAsync("Ada", [Roles.Administrator]);
        Assert.IsType<Forbidden>((await portal.Get<SaveCloud>().Execute(omar, cloud.Id, new CloudFields(cloud.Name, CloudKinds.Practice, cloud.Endpoint))).Outcome);
        Assert.IsType<Refused>((await portal.Get<SaveCloud>().Execute(ada, cloud.Id, new CloudFields(cloud.Name, CloudKinds.Practice, cloud.Endpoint))).Outcome);
        Assert.IsType<Refused>((await portal.Get<SaveCloud>().Execute(omar, cloud.Id, new CloudFields(cloud.Name, cloud.Kind, "http://127.0.0.1:10/client/api"))).Outcome);
        Assert.False((await portal.Get<SaveCloud>().Execute(omar, cloud.Id, new CloudFields($"{cloud.Name} two", cloud.Kind, cloud.Endpoint))).Failed(out _));
    }

    [Fact]
    public async Task Secrets_KeyOfACloudNamedByADesign_OpensNothing()
    {
        var cloud = (await portal.Get<CloudQueries>().Find(await portal.CloudAsync(CloudKinds.Production, key: "k")))!.Cloud;
        Assert.Equal("s", await portal.Get<SecretVault>().Open(SecretUse.CloudKey, cloud.PushSecretRef!, default));
        await Assert.ThrowsAsync<SecretNotReadableException>(() => portal.Get<SecretVault>().Open(SecretUse.Design, cloud.PushSecretRef!, default));
    }

    [Fact]
    public async Task Push_OfAChangeThatIsNotApproved_IsRefused()
    {
        var (_, change) = await SubmittedAsync();
        Assert.IsType<Refused>((await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change.Id, await NameAsync(change))).Outcome);
        await using var db = portal.Db();
        Assert.False(await db.PushRuns.AnyAsync(r => r.ChangeId == change.Id));
    }

    [Fact]
    public async Task Push_ToProductionWithoutTheTypedName_IsRefused()
    {
        var (_, change) = await SubmittedAsync();
        await ApproveAsync(change);
        Assert.IsType<Refused>((await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change.Id)).Outcome);
        Assert.Equal(ChangeState.Approved, (await ChangeAsync(change.Id)).State);
    }

    [Fact]
    public async Task Push_AfterTheCatalogueMovedTheResults_IsRefusedAndTheApprovalsLapse()
    {
        var name = await HostAsync("cloudbr0", "cloudbr1");
        var design = UseCaseFixture.ADesign();
        (design.Pods[0].Gateway, design.Pods[0].ManagementRanges[0].StartIp, design.Pods[0].ManagementRanges[0].EndIp) = ("10.77.0.254", "10.77.0.10", "10.77.0.50");
        design.Pods[0].Clusters[0].Hosts[0].Device = name;
        design.Pods[0].Clusters[0].Hosts[0].Url = null;
        var (_, change) = await SubmittedAsync(design: design);
        await ApproveAsync(change);
        await using (var db = portal.Db())
        {
            (await db.LogicalHosts.SingleAsync(h => db.Devices.Any(d => d.Id == h.DeviceId && d.Name == name))).ManagementAddress = System.Net.IPAddress.Parse("10.77.0.2");
            await db.SaveChangesAsync();
        }

        var stale = Assert.IsType<Stale>((await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change.Id, await NameAsync(change))).Outcome);
        Assert.Contains("approvals have lapsed", stale.Sentence);
        var moved = await ChangeAsync(change.Id);
        Assert.Equal(ChangeState.InReview, moved.State);
        Assert.All(moved.Approvals, a => Assert.True(a.IsStale));
        Assert.Equal(change.Authors, moved.Authors);
    }

    private async Task<string> HostAsync(params string[] bridges)
    {
        var device = new Device { Name = $"host-{Guid.NewGuid():N}", Role = DeviceRoles.Hypervisor };
        device.LogicalHost = new LogicalHost { DeviceId = device.Id, Hypervisor = "KVM", ManagementAddress = System.Net.IPAddress.Parse("10.77.0.1"), ObservedAt = TimeProvider.System.GetUtcNow() };
        foreach (var (index, name) in bridges.Index())
        {
            var bridge = new Interface { DeviceId = device.Id, Name = name, Kind = InterfaceKind.Bridge, Mtu = 1500 };
            device.Interfaces.AddRange([bridge, new Interface { DeviceId = device.Id, Name = $"eno{index + 1}", Kind = InterfaceKind.Physical, BridgeId = bridge.Id, Mtu = 1500 }]);
        }

        await using var db = portal.Db();
        db.Add(device);
        await db.SaveChangesAsync();
        return device.Name;
    }

    private async Task<(Caller Designer, ChangeRequest Change)> SubmittedAsync(
        string kind = CloudKinds.Production, Caller? designer = null, Guid? cloud = null, Domain.Zones.ZoneDesign? design = null, Func<Guid, Task>? before = null)
    {
        designer ??= await portal.DesignerAsync();
        var zone = await portal.ZoneAsync(designer, cloud ?? await portal.CloudAsync(kind, key: "k"), design);
        if (before is not null)
            await before(zone);
        var number = await portal.Get<SubmitZone>().Execute(designer, zone, "zone", "because", "Seen, and planned.");
        Assert.False(number.Failed(out var outcome), outcome?.Sentence);
        return (designer, (await portal.Get<ChangeQueries>().Find(number.Value))!.Change);
    }

    private async Task ApproveAsync(ChangeRequest change)
    {
        foreach (var team in change.Requirements.Select(r => r.Team))
            Assert.Null(await portal.Get<Approve>().Execute(await portal.PersonAsync(team, [Roles.Approver], team), change.Id, team, change.ContentHash));
    }

    private async Task<ChangeRequest> ChangeAsync(Guid id)
    {
        await using var db = portal.Db();
        return await db.Changes.SingleAsync(c => c.Id == id);
    }

    private async Task<string> NameAsync(ChangeRequest change) => (await portal.Get<ZoneQueries>().Find(change.ZoneId))!.Zone.Name;

    private static Task<Caller> AuthorAsync(ChangeRequest change) =>
        Task.FromResult(new Caller(change.SubmittedBy, "Ana", new HashSet<string> { Roles.ZoneDesigner }, new HashSet<string>()));
}
