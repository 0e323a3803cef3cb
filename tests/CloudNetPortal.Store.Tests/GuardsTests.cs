using System.Text;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Changes;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CloudNetPortal.Store.Tests;

/// <summary>What the database refuses, whoever writes.</summary>
public sealed class GuardsTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Reservations_HundredOverlappingAtOnce_OneIsStored()
    {
        var (zone, change) = await ChangeAsync(isSample: false);
        async Task<bool> TryAsync(int i)
        {
            await using var context = store.CreateDbContext();
            context.Add(new Reservation
            {
                Scope = "test", Vlans = new NpgsqlRange<int>(100 + i, 300 + i), State = ReservationState.Held, ZoneId = zone.Id, ChangeId = change.Id, Path = "", Title = "", At = Noon,
            });
            try
            {
                await context.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException refusal) when (refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.DeadlockDetected })
            {
                return false;
            }
        }

        var stored = await Task.WhenAll(Enumerable.Range(0, 100).Select(TryAsync));
        Assert.Equal(1, stored.Count(s => s));
        await using var after = store.CreateDbContext();
        Assert.Equal(1, await after.Reservations.CountAsync(r => r.Scope == "test"));
    }

    [Fact]
    public async Task Port_WithAnActiveCable_TakesNoSecondUntilTheFirstIsOnItsWayOut()
    {
        var device = new Device { Name = $"panel-{Guid.NewGuid():N}" };
        device.Interfaces.Add(new Interface { DeviceId = device.Id, Name = "1" });
        var first = CableOn(device.Interfaces[0], LifeCycle.Active);
        await SaveAsync(device, first);
        await SaveAsync(CableOn(device.Interfaces[0], LifeCycle.Planned));
        await Refused(PostgresErrorCodes.UniqueViolation, () => SaveAsync(CableOn(device.Interfaces[0], LifeCycle.Active)));

        await using (var context = store.CreateDbContext())
        {
            (await context.Cables.SingleAsync(c => c.Id == first.Id)).Status = LifeCycle.Decommissioning;
            await context.SaveChangesAsync();
        }

        await SaveAsync(CableOn(device.Interfaces[0], LifeCycle.Active));
    }

    [Fact]
    public async Task FrozenThings_UpdatedOrRemoved_AreRefused()
    {
        await ChangeAsync(isSample: false);
        foreach (var statement in (string[])
            ["update zone_revisions set number = 9", "delete from zone_revisions", "update change_plans set steps = 0", "delete from change_plans", "delete from changes", "update audit set act = ''", "delete from audit", "truncate audit"])
            await Refused(PostgresErrorCodes.RestrictViolation, () => RunAsync(statement), PostgresErrorCodes.ForeignKeyViolation);
    }

    [Fact]
    public async Task Revision_WithAnotherHashThanItsBytes_IsRefused()
    {
        var (zone, _) = await ChangeAsync(isSample: false);
        var revision = new ZoneRevision
        {
            ZoneId = zone.Id, Number = 2, Bytes = Encoding.UTF8.GetBytes("{}"), Sha256 = new string('0', 64), DocumentJson = "{}", Origin = "request", DraftVersion = 1, Authors = [], FrozenBy = store.Ana,
            FrozenAt = Noon,
        };
        await Refused(PostgresErrorCodes.CheckViolation, () => SaveAsync(revision));
    }

    [Fact]
    public async Task Change_SavedAndRead_IsTheSameAggregate()
    {
        var (_, change) = await ChangeAsync(isSample: false);
        await using var context = store.CreateDbContext();
        var read = await context.Changes.SingleAsync(c => c.Id == change.Id);
        Assert.True(read.Number > 0);
        Assert.Equal(change.Authors, read.Authors);
        Assert.Equal(change.ContentHash, read.ContentHash);
        Assert.Equal("network", Assert.Single(read.OpenRequirements).Team);
        var kim = Guid.CreateVersion7();
        Assert.Null(read.Approve("network", kim, ["network"], read.ContentHash, Noon));
        await context.SaveChangesAsync();

        await using var again = store.CreateDbContext();
        var approved = await again.Changes.SingleAsync(c => c.Id == change.Id);
        Assert.Equal(ChangeState.Approved, approved.State);
        Assert.Equal(kim, Assert.Single(approved.Approvals).By);
    }

    [Fact]
    public async Task Approval_OfAnAuthor_IsRefusedEvenInSql()
    {
        var (_, change) = await ChangeAsync(isSample: false);
        await Refused(PostgresErrorCodes.RestrictViolation, () => RunAsync(
            $"insert into approvals (id, change_id, team, by, verdict, content_hash, at, is_stale) values (gen_random_uuid(), '{change.Id}', 'network', '{store.Ana}', 'Approved', '', now(), false)"));
    }

    [Fact]
    public async Task Push_OfAChangeThatIsNotApproved_IsRefused()
    {
        var (zone, change) = await ChangeAsync(isSample: false);
        await Refused(PostgresErrorCodes.RestrictViolation, () => SaveAsync(PushRun.Start(change.Id, change.CloudId, zone.Id, change.PlanHash, store.Ana, "Ana", Noon)));
    }

    [Fact]
    public async Task Context_SavedOnAnOldRowVersion_IsRefused()
    {
        var device = new Device { Name = $"stale-{Guid.NewGuid():N}" };
        await SaveAsync(device);
        await using var first = store.CreateDbContext();
        await using var second = store.CreateDbContext();
        var (one, two) = (await first.Devices.SingleAsync(d => d.Id == device.Id), await second.Devices.SingleAsync(d => d.Id == device.Id));
        (one.Comments, two.Comments) = ("first", "second");
        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    private async Task<(Zone Zone, ChangeRequest Change)> ChangeAsync(bool isSample)
    {
        var cloud = new Cloud { Name = $"cloud-{Guid.NewGuid():N}", Kind = CloudKinds.Production, Endpoint = "http://localhost/client/api", CreatedAt = Noon };
        var design = new ZoneDesign { Name = "zone-a" };
        var zone = new Zone { Name = "zone-a", Kind = "Advanced", PolicyPack = "production", CloudId = cloud.Id, IsSample = isSample, CreatedBy = store.Ana, CreatedAt = Noon };
        zone.Replace(design, store.Ana, Noon);
        var revision = ZoneRevision.Of(design, zone, 1, "submit", store.Ana, Noon);
        var plan = new Plan("zone-a", revision.Sha256, null, []);
        var change = ChangeRequest.Submit(zone.Id, cloud.Id, "zone-a", "test", store.Ana, [store.Ana],
            new ChangeContent(revision.Id, revision.Sha256, plan.Hash(), CanonicalJson.Hash([]), [new TeamRequirement("network", ["name"], ["name"], 1)]), Noon);
        await SaveAsync(cloud, zone, revision, change, new ChangePlan { ChangeId = change.Id, Hash = plan.Hash(), Bytes = plan.ToBytes(), Steps = 0, MadeAt = Noon });
        return (zone, change);
    }

    private static Cable CableOn(Interface port, LifeCycle status)
    {
        var cable = new Cable { Status = status };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = port.Id });
        return cable;
    }

    private async Task SaveAsync(params object[] things)
    {
        await using var context = store.CreateDbContext();
        context.AddRange(things);
        await context.SaveChangesAsync();
    }

    private async Task RunAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(store.ConnectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Refused(string state, Func<Task> act, string? or = null)
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(act);
        var refusal = Assert.IsType<PostgresException>(thrown as PostgresException ?? thrown.InnerException);
        Assert.True(refusal.SqlState == state || refusal.SqlState == or, $"{refusal.SqlState}: {refusal.MessageText}");
    }
}
