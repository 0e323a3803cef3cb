using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Zones;

public sealed class EditDraftTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Edits_OfDifferentFields_AreBothKept()
    {
        var (ana, zone) = await ZoneAsync();
        var ben = await portal.DesignerAsync();
        Assert.Empty((await portal.Get<EditDraft>().Execute(ana, zone, [FieldEdit.Text("dns1", "9.9.9.9", "1.1.1.1")])).Value.Conflicts);
        var second = (await portal.Get<EditDraft>().Execute(ben, zone, [FieldEdit.Text("dns2", null, "1.0.0.1")])).Value;
        Assert.Equal(("1.1.1.1", "1.0.0.1"), (second.Design.Dns1, second.Design.Dns2));
        Assert.Equal(3, second.Version);
    }

    [Fact]
    public async Task Edit_OfAFieldThatMoved_ComesBackWithBothValuesAndTheRestIsKept()
    {
        var (ana, zone) = await ZoneAsync();
        await portal.Get<EditDraft>().Execute(ana, zone, [FieldEdit.Text("physicalNetworks/pn/guestVlans", "500-599", "400-460")]);
        var answer = (await portal.Get<EditDraft>().Execute(ana, zone, [FieldEdit.Text("physicalNetworks/pn/guestVlans", "500-599", "400-499"), FieldEdit.Text("dns2", null, "1.0.0.1")])).Value;
        var conflict = Assert.Single(answer.Conflicts);
        Assert.Equal("400-460", conflict.Now!.GetValue<string>());
        Assert.Equal("400-460", answer.Design.PhysicalNetworks[0].GuestVlans);
        Assert.Equal("1.0.0.1", answer.Design.Dns2);
    }

    [Fact]
    public async Task Edits_FiftyPeopleAtOnceOneField_OneWinsAndFortyNineAreTold()
    {
        var (ana, zone) = await ZoneAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            portal.Get<EditDraft>().Execute(ana, zone, [FieldEdit.Text("networkDomain", null, $"d{i}.example"), FieldEdit.Text($"physicalNetworks/pn/trafficTypes/guest/labels/K{i}", null, "br")])));
        Assert.Equal(49, answers.Count(a => a.Value.Conflicts.Count == 1));
        // What nobody else touched is never lost.
        var design = (await portal.Get<ZoneQueries>().Find(zone))!.Design;
        Assert.Equal(51, design.PhysicalNetworks[0].Traffic("Guest")!.Labels.Count);
        await using var db = portal.Db();
        Assert.Equal(51, await db.DraftEdits.CountAsync(e => e.ZoneId == zone));
    }

    [Fact]
    public async Task Edit_WithAnUnknownProperty_IsRefusedByName()
    {
        var (ana, zone) = await ZoneAsync();
        var answer = await portal.Get<EditDraft>().Execute(ana, zone, [new FieldEdit("colour", null, JsonValue.Create("blue"))]);
        Assert.Contains("colour", Assert.IsType<Refused>(answer.Outcome).Sentence);
    }

    [Fact]
    public async Task Edit_BySomebodyWithoutTheRole_IsForbidden()
    {
        var (_, zone) = await ZoneAsync();
        var kim = await portal.PersonAsync("Kim", [Roles.Approver], "network");
        Assert.IsType<Forbidden>((await portal.Get<EditDraft>().Execute(kim, zone, [FieldEdit.Text("dns2", null, "1.0.0.1")])).Outcome);
    }

    [Fact]
    public async Task Secret_OfAnImport_IsNowhereInPlain()
    {
        var (_, zone) = await ZoneAsync();
        await using var db = portal.Db();
        var reference = (await db.Zones.SingleAsync(z => z.Id == zone)).ReadDraft().Pods[0].Clusters[0].Hosts[0].PasswordRef!;
        Assert.StartsWith("secret-", reference);
        Assert.Equal("secret of the hosts", await portal.Get<Web.Features.Clouds.SecretVault>().Open(Web.Features.Clouds.SecretUse.Design, reference, default));
        var everything = await db.Database.SqlQuery<string>($"select coalesce(string_agg(t::text, ''), '') as \"Value\" from (select row_to_json(a)::text from audit a union all select row_to_json(s)::text from secrets s) t").SingleAsync();
        Assert.DoesNotContain("secret of the hosts", everything);
    }

    private async Task<(Caller Ana, Guid Zone)> ZoneAsync()
    {
        var ana = await portal.DesignerAsync();
        return (ana, await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Production)));
    }
}
