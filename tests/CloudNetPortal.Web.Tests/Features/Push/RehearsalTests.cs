using System.Text.Json;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Push.Rehearsing;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Push;

public sealed class RehearsalTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rehearsal_OfASubmittedZone_PassesAndTouchesNothingOnTheTarget(bool withFaults)
    {
        await using var cloud = await PracticeCloud.StartAsync();
        var ana = await portal.DesignerAsync();
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret));
        var number = (await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "")).Value;
        await using var db = portal.Db();
        var change = await db.Changes.Where(c => c.Number == number).Select(c => c.Id).SingleAsync();

        var asked = await portal.Get<RehearseChange>().Execute(ana, change, withFaults);
        Assert.False(asked.Failed(out var why), why?.Sentence);
        Assert.IsType<Web.Shared.Refused>((await portal.Get<RehearseChange>().Execute(ana, change, withFaults)).Outcome);
        var job = portal.Get<HoldRehearsals>();
        await job.Hold((await job.Next(default))!, default);
        Assert.Null(await job.Next(default));

        var (last, steps) = await portal.Get<RehearsalQueries>().Last(change);
        Assert.True(last!.State == RehearsalState.Passed, last.Text);
        Assert.True(steps.Count > 10);
        Assert.All(steps, s => Assert.Equal(CloudNetPortal.Push.StepState.Done, s.State));
        using var http = new HttpClient();
        using var calls = JsonDocument.Parse(await http.GetStringAsync(new Uri(cloud.Endpoint, "/control/calls")));
        Assert.All(calls.RootElement.EnumerateArray(), c => Assert.StartsWith("list", c.GetProperty("command").GetString(), StringComparison.Ordinal));
    }
}
