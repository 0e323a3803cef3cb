using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Zones;

/// <summary>What a chosen fix does to the catalogue: all of it or nothing, by whom the device or the cable belongs to.</summary>
public sealed class ApplyFixTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Ports_TakeNamesAddressesAndLags()
    {
        var (host, sw, _) = await SceneAsync();
        var editor = await portal.PersonAsync("Eda", [Roles.CatalogueEditor]);

        Assert.Null(await ApplyAsync(editor,
            new CatalogueEdit.SetPortField(host, "eth0", "name", "bond7"), new CatalogueEdit.AddAddress(host, "eth1", UniqueAddress, 24),
            new CatalogueEdit.JoinLag(sw, "p1", "Po1", BondMode.Lacp), new CatalogueEdit.JoinLag(sw, "p2", "Po1", BondMode.Lacp), new CatalogueEdit.SetPortField(sw, "p3", "rearPosition", "4")));

        await using var db = portal.Db();
        var (at, there) = (await DeviceAsync(db, host), await DeviceAsync(db, sw));
        Assert.Equal(UniqueAddress, Assert.Single(at.Interfaces.Single(i => i.Name == "eth1").Addresses).Address.ToString());
        Assert.Contains(at.Interfaces, i => i.Name == "bond7");
        var lag = there.Interfaces.Single(i => i.Name == "Po1");
        Assert.Equal((InterfaceKind.Bond, BondMode.Lacp, 2), (lag.Kind, lag.BondMode, there.Interfaces.Count(i => i.BondId == lag.Id)));
        Assert.Equal(4, there.Interfaces.Single(i => i.Name == "p3").RearPosition);
    }

    [Fact]
    public async Task Cables_ArePlannedMovedAndRetired_ByTheNetworkTeam()
    {
        var (host, sw, cable) = await SceneAsync();
        var nils = await portal.PersonAsync("Nils", [], "network");

        Assert.Null(await ApplyAsync(nils, new CatalogueEdit.MoveCable(sw, "p1", cable, "C-1", sw, "p2"), new CatalogueEdit.SetCableField(host, "eth0", cable, "C-1", "type", "smf"), new CatalogueEdit.PlanCable(host, "eth1", sw, "p3")));
        Assert.IsType<Stale>(await ApplyAsync(nils, new CatalogueEdit.PlanCable(host, "eth1", sw, "p1")));
        Assert.IsType<Stale>(await ApplyAsync(nils, new CatalogueEdit.MoveCable(sw, "p2", cable, "C-1", sw, "p3")));
        Assert.Null(await ApplyAsync(nils, new CatalogueEdit.SetCableField(host, "eth0", cable, "C-1", "status", nameof(LifeCycle.Decommissioning))));

        await using var db = portal.Db();
        var moved = await db.Cables.Include(c => c.Ends).SingleAsync(c => c.Id == cable);
        var port = (await DeviceAsync(db, sw)).Interfaces.Single(i => i.Name == "p2");
        Assert.Equal(("smf", LifeCycle.Decommissioning), (moved.Type, moved.Status));
        Assert.Contains(moved.Ends, e => e.InterfaceId == port.Id);
    }

    [Fact]
    public async Task Stranger_IsToldWhoMay_AndNothingOfTheFixIsDone()
    {
        var (host, sw, cable) = await SceneAsync();
        var sam = await portal.PersonAsync("Sam", [Roles.ZoneDesigner], "storage");
        var cora = await portal.PersonAsync("Cora", [], "compute");

        Assert.IsType<Forbidden>(await ApplyAsync(sam, new CatalogueEdit.SetCableField(host, "eth0", cable, "C-1", "type", "smf")));
        // Her host is hers, the switch is not: neither moves.
        Assert.IsType<Forbidden>(await ApplyAsync(cora, new CatalogueEdit.SetPortField(host, "eth0", "name", "eth9"), new CatalogueEdit.SetPortField(sw, "p1", "mtu", "9216")));
        Assert.IsType<Refused>(await portal.Get<ApplyFix>().Execute(cora, Guid.NewGuid(), new Fix("Which?") { Choices = [new Fix("This", CatalogueEdits: [])] }));

        await using var db = portal.Db();
        Assert.Contains((await DeviceAsync(db, host)).Interfaces, i => i.Name == "eth0");
    }

    private string UniqueAddress { get; } = $"10.99.{Random.Shared.Next(1, 250)}.{Random.Shared.Next(1, 250)}";

    private Task<Outcome?> ApplyAsync(Caller caller, params CatalogueEdit[] edits) => portal.Get<ApplyFix>().Execute(caller, Guid.NewGuid(), new Fix("It", CatalogueEdits: edits));

    private static Task<Device> DeviceAsync(PortalDbContext db, string name) => db.Devices.Include(d => d.Interfaces).ThenInclude(i => i.Addresses).SingleAsync(d => d.Name == name);

    private async Task<(string Host, string Switch, Guid Cable)> SceneAsync()
    {
        var mark = Guid.NewGuid().ToString("n")[..8];
        var host = new Device { Name = $"kvm-{mark}", Role = DeviceRoles.Hypervisor };
        var sw = new Device { Name = $"sw-{mark}", Role = DeviceRoles.Switch };
        host.Interfaces.AddRange(new[] { "eth0", "eth1" }.Select(n => new Interface { DeviceId = host.Id, Name = n }));
        sw.Interfaces.AddRange(new[] { "p1", "p2", "p3" }.Select(n => new Interface { DeviceId = sw.Id, Name = n }));
        var cable = new Cable { Label = "C-1" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = host.Interfaces[0].Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = sw.Interfaces[0].Id, Side = 'B' });
        await using var db = portal.Db();
        db.Devices.AddRange(host, sw);
        db.Cables.Add(cable);
        await db.SaveChangesAsync();
        return (host.Name, sw.Name, cable.Id);
    }
}
