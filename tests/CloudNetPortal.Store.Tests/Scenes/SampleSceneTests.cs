using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Scenes;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Tests.Scenes;

public sealed class SampleSceneTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task Scene_PutTwiceAndRemoved_LeavesOnlyWhatWasThere()
    {
        await using (var before = store.CreateDbContext())
        {
            before.AddRange(new Device { Name = "real-1" }, new Cloud { Name = "Practice cloud", Kind = CloudKinds.Practice, Endpoint = "http://localhost/client/api" });
            await before.SaveChangesAsync();
        }

        var scene = new SampleScene(store, TimeProvider.System);
        var passwords = await scene.Put((_, password) => password, default);
        Assert.Equal(SamplePeople.All.Select(p => p.SignInName).Order(), passwords!.Keys.Order());
        Assert.All(passwords.Values, p => Assert.Equal(14, p.Length));
        Assert.Null(await scene.Put((_, password) => password, default));
        await using (var there = store.CreateDbContext())
        {
            Assert.Equal(8, await there.Devices.CountAsync());
            Assert.Equal(3, await there.Zones.CountAsync(z => z.IsSample && z.CloudId != null));
            Assert.Equal(15, await there.Cables.CountAsync());
            Assert.Equal(4, await there.TeamMembers.CountAsync());
        }

        await scene.Remove(Actor.Portal("Test"), default);
        await using var after = store.CreateDbContext();
        Assert.Equal("real-1", (await after.Devices.SingleAsync()).Name);
        Assert.Equal(0, await after.Zones.CountAsync() + await after.Users.CountAsync() + await after.Cables.CountAsync() + await after.Datacenters.CountAsync() + await after.Prefixes.CountAsync() + await after.SceneObjects.CountAsync());
    }
}
