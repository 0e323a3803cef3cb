using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Push;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CloudNetPortal.Web.Tests.Features.Push;

/// <summary>The portal and <c>cloudnet</c> carry out one design, each on a cloud of its own.</summary>
public sealed class PortalAndCommandLineTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Push_OfOneDesign_GivesTheSameAnswersOnBothClouds()
    {
        await using var byPortal = await PracticeCloud.StartAsync("--pace", "0");
        await using var byCommandLine = await PracticeCloud.StartAsync("--pace", "0");
        var ana = await portal.DesignerAsync();
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Practice, byPortal.Endpoint.ToString(), byPortal.Key, byPortal.Secret));
        Assert.Equal(PushState.Done, await PushAsync(ana, zone));

        var (file, secrets) = await ExportAsync(zone);
        var folder = Directory.CreateTempSubdirectory("cloudnet-twin-");
        try
        {
            var path = Path.Combine(folder.FullName, "zone.json");
            await File.WriteAllBytesAsync(path, file);
            var pushed = await CloudnetProgram.RunAsync(byCommandLine, ["push", path, "--pack", "lab", "--journal", Path.Combine(folder.FullName, "journal")], secrets);
            Assert.True(pushed.Status == 0, pushed.Text + pushed.Errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var (mine, theirs) = (await CloudAnswers.AllAsync(byPortal), await CloudAnswers.AllAsync(byCommandLine));
        Assert.True(mine.Count > 15, $"only {mine.Count} objects to compare");
        Assert.Equal(mine, theirs);
    }

    private async Task<PushState> PushAsync(Caller ana, Guid zone)
    {
        var number = await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "");
        Assert.False(number.Failed(out var outcome), outcome?.Sentence);
        await using var db = portal.Db();
        var change = await db.Changes.Where(c => c.Number == number.Value).Select(c => c.Id).SingleAsync();
        var run = await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change);
        Assert.False(run.Failed(out outcome), outcome?.Sentence);
        await using var services = portal.Build();
        var worker = services.GetServices<IHostedService>().OfType<PushWorker>().Single();
        await worker.StartAsync(default);
        try
        {
            for (var i = 0; i < 600; i++, await Task.Delay(200))
                if (await db.PushRuns.AsNoTracking().Where(r => r.Id == run.Value).Select(r => r.State).SingleAsync() is var state and (PushState.Done or PushState.Stopped or PushState.Cancelled))
                    return state;
            return PushState.Running;
        }
        finally
        {
            await worker.StopAsync(default);
        }
    }

    // The revision as it is kept: the bytes that were hashed and approved.
    private async Task<(byte[] File, Dictionary<string, string> Secrets)> ExportAsync(Guid zone)
    {
        await using var db = portal.Db();
        var bytes = await db.ZoneRevisions.Where(r => r.ZoneId == zone).OrderByDescending(r => r.Number).Select(r => r.Bytes).FirstAsync();
        var references = Domain.Zones.Documents.DesignJson.Read(System.Text.Encoding.UTF8.GetString(bytes)).Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts).Select(h => h.PasswordRef).OfType<string>();
        return (bytes, references.Distinct().ToDictionary(r => "CLOUDNET_SECRET_" + string.Concat(r.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')), _ => "secret of the hosts"));
    }
}
