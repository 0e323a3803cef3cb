using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Clouds;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Tests.Auditing;

public sealed class AuditInterceptorTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task Change_OfOneField_IsOneRecordWithBothValues()
    {
        var device = new Device { Name = "kvm1" };
        device.Interfaces.Add(new Interface { DeviceId = device.Id, Name = "eth1", TaggedVlans = VlanSet.Parse("100-199") });
        await using (var context = store.CreateDbContext())
        {
            context.Add(device);
            await context.SaveChangesAsync();
        }

        await using (var context = store.CreateDbContext())
        {
            var port = await context.Interfaces.SingleAsync(p => p.DeviceId == device.Id);
            port.TaggedVlans = port.TaggedVlans!.Union(VlanSet.Of(300));
            await context.SaveChangesAsync();
        }

        await using var after = store.CreateDbContext();
        var records = await after.Audit.Where(r => r.ObjectId == device.Interfaces[0].Id.ToString()).OrderBy(r => r.Id).ToListAsync();
        Assert.Equal(["added", "changed"], records.Select(r => r.Did));
        var changed = records[1];
        Assert.Equal((store.Ana, "Ana", "Test", "Interface", "eth1"), (changed.By, changed.ByName, changed.Act, changed.ObjectKind, changed.ObjectName));
        Assert.Equal("""{"taggedVlans":"100-199"}""", JsonNode.Parse(changed.BeforeJson!)!.ToJsonString());
        Assert.Equal("""{"taggedVlans":"100-199,300-300"}""", JsonNode.Parse(changed.AfterJson!)!.ToJsonString());
    }

    [Fact]
    public async Task Secrets_OfPeopleAndClouds_AreNotInTheRecord()
    {
        await using (var context = store.CreateDbContext())
        {
            context.AddRange(new PortalUser { SignInName = "kim", DisplayName = "Kim", PasswordHash = "hash-of-kim" }, new StoredSecret { Reference = "secret-1", Encrypted = "cipher"u8.ToArray() });
            await context.SaveChangesAsync();
        }

        await using var after = store.CreateDbContext();
        var text = string.Join('\n', await after.Audit.Where(r => r.ObjectKind == nameof(PortalUser) || r.ObjectKind == nameof(StoredSecret)).Select(r => r.AfterJson).ToListAsync());
        Assert.Contains("withheld", text);
        Assert.DoesNotContain("hash-of-kim", text);
        Assert.DoesNotContain(Convert.ToBase64String("cipher"u8), text);
    }

    [Fact]
    public async Task Act_ThatFails_LeavesNoRecord()
    {
        await using (var context = store.CreateDbContext())
        {
            context.AddRange(new Device { Name = "twin" }, new Device { Name = "TWIN" });
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        }

        await using var after = store.CreateDbContext();
        Assert.False(await after.Audit.AnyAsync(r => r.ObjectName == "twin"));
    }
}
