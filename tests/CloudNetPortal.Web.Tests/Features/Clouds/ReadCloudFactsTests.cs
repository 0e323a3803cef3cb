using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Tests.Features.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Clouds;

/// <summary>What rules need to know of a cloud, read from the practice cloud.</summary>
public sealed class ReadCloudFactsTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Facts_OfACloudWithAZone_AreReadAndKept()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        var design = UseCaseFixture.ADesign();
        await LiveZoneJudgementTests.PushAsync(client, design);
        var cloudId = await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret);
        var answer = await portal.Get<ReadCloudFacts>().Execute(await portal.DesignerAsync(), cloudId);
        Assert.False(answer.Failed(out var problem), problem?.Sentence);

        await using var db = portal.Db();
        var facts = System.Text.Json.JsonSerializer.Deserialize<CloudFacts>((await db.Clouds.SingleAsync(c => c.Id == cloudId)).FactsJson!)!;
        Assert.Equal(answer.Value.ReadAt, facts.ReadAt);
        Assert.Equal([design.Name], facts.ZoneNames);
        Assert.Contains("createZone", facts.Commands);
        Assert.Equal(facts.NetworkOfferings, facts.Offerings!.Select(o => o.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(facts.Offerings!, o => o.GuestType == "Isolated" && o.Has("SourceNat"));
        Assert.Contains(facts.Offerings!, o => o.GuestType == "Shared" && o.SpecifyVlan);
        Assert.Contains("ROOT", facts.Domains!);
        var store = Assert.Single(facts.ImageStores!);
        Assert.Equal((design.SecondaryStorages[0].Name, "NFS", design.Name), (store.Name, store.Provider, store.Zone));
        // What the practice cloud cannot list is not known, rather than empty.
        Assert.Equal(facts.Commands.Contains("listConfigurations"), facts.Settings is not null);
        Assert.Equal(facts.Commands.Contains("listTemplates"), facts.SystemVmTemplates is not null);
    }
}
