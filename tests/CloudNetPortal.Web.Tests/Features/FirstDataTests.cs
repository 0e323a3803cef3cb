using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Scenes;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features;

public sealed class FirstDataTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task SampleZones_JudgedWithTheSampleDatacenter_HaveExactlyTheSeededFault()
    {
        await portal.CloudAsync(CloudKinds.Practice);
        await portal.Get<SampleScene>().Put((_, password) => password, default);
        await using var db = portal.Db();
        foreach (var zone in await db.Zones.ToListAsync())
        {
            var errors = (await portal.Get<JudgeZone>().Execute(zone.Id)).Value.Results.Errors;
            if (zone.Name == "sample-advanced")
                Assert.All(errors, e => Assert.Contains("520", e.Message));
            else
                Assert.True(errors.Count == 0, $"{zone.Name}: {string.Join("; ", errors.Select(e => $"{e.RuleId} {e.Message}"))}");
            Assert.Equal(zone.Name == "sample-advanced", errors.Count > 0);
        }
    }
}
