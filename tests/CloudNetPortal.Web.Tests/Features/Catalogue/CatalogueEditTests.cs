using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Cabling;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Features.Diagrams.Hosts;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Tests.Features.Diagrams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudNetPortal.Web.Tests.Features.Catalogue;

/// <summary>Edits of the catalogue on a real database: who may, what is refused, what two people do at once.</summary>
public sealed class CatalogueEditTests(PortalStoreFixture store) : IClassFixture<PortalStoreFixture>, IAsyncLifetime
{
    private static readonly Caller Editor = new(Guid.CreateVersion7(), "Ana", new HashSet<string> { Roles.CatalogueEditor }, new HashSet<string>());
    private static readonly Caller Network = new(Guid.CreateVersion7(), "Kim", new HashSet<string>(), new HashSet<string> { "network" });
    private static readonly LiveUpdates Updates = new(NullLogger<LiveUpdates>.Instance);
    private readonly string host = $"kvm-{Guid.NewGuid().ToString("n")[..8]}";
    private readonly string sw = $"sw-{Guid.NewGuid().ToString("n")[..8]}";

    public async ValueTask InitializeAsync()
    {
        var save = new SaveDevice(store, Updates);
        Assert.Null((await save.Execute(Editor, new DeviceDraft { Name = host })).Outcome);
        Assert.Null((await save.Execute(Editor, new DeviceDraft { Name = sw, Role = "switch" })).Outcome);
        await using var db = store.CreateDbContext();
        var (hostId, switchId) = (await db.Devices.Where(d => d.Name == host).Select(d => d.Id).SingleAsync(), await db.Devices.Where(d => d.Name == sw).Select(d => d.Id).SingleAsync());
        db.AddRange(new Interface { DeviceId = hostId, Name = "eno1" }, new Interface { DeviceId = hostId, Name = "eno2" },
            new Interface { DeviceId = switchId, Name = "Eth1/2", Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse("100") }, new Interface { DeviceId = switchId, Name = "Eth1/10" });
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SwitchPort_OfTheNetworkTeam_IsTheirsToEdit_AHostIsNot()
    {
        var saved = await Save(Network, sw, "Eth1/2", d => d.TaggedVlans = "300, 100-199");
        var refused = await Save(Network, host, "eno1", d => d.Mtu = 9000);

        Assert.Null(saved);
        Assert.Equal("100-199,300-300", (await Port(sw, "Eth1/2")).TaggedVlans!.ToString());
        Assert.Contains("the team compute may", Assert.IsType<Forbidden>(refused).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interface_ChangedBySomebodyElse_IsStaleAndNamesBothValues()
    {
        var draft = InterfaceDraft.Of(await Port(host, "eno1"));
        Assert.Null(await Save(Editor, host, "eno1", d => d.Mtu = 9000));
        draft.Mtu = 1500;

        var outcome = Assert.IsType<Stale>(await new SaveInterface(store, Updates).Execute(Editor, draft));

        Assert.Contains("MTU is now “9000”, you typed “1500”", outcome.Sentence, StringComparison.Ordinal);
        Assert.Equal(9000, (await Port(host, "eno1")).Mtu);
    }

    [Fact]
    public async Task Interface_WithSeveralMistakes_IsRefusedWithAllOfThem()
    {
        var outcome = Assert.IsType<Refused>(await Save(Editor, sw, "Eth1/2", d => (d.Mtu, d.TaggedVlans) = (7, "100-50")));

        Assert.Contains("MTU 7 leaves 68–65535.", outcome.Sentence, StringComparison.Ordinal);
        Assert.Contains("Range 100-50 ends before it starts.", outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bridge_PlannedOnANic_TakesItAsUplinkOnce()
    {
        var plan = new PlanBridge(store, Updates);

        Assert.Null(await plan.Execute(Editor, host, "cloudbr0", "eno1"));
        var again = Assert.IsType<Refused>(await plan.Execute(Editor, host, "cloudbr1", "eno1"));

        Assert.Contains("uplink of cloudbr0 already", again.Sentence, StringComparison.Ordinal);
        Assert.Equal((await Port(host, "cloudbr0")).Id, (await Port(host, "eno1")).BridgeId);
    }

    [Fact]
    public async Task Cable_BetweenFreePorts_IsAdded_AndTheNextOneIntoThemRefused()
    {
        var save = new SaveCable(store, Updates);
        CableDraft Draft() => new() { DeviceA = host, PortsA = "eno[1-2]", DeviceB = sw, PortsB = "Eth1/2,Eth1/10", Label = "C-099" };

        var first = await save.Execute(Network, Draft());
        var second = await save.Execute(Network, Draft());

        Assert.Equal(2, first.Value);
        Assert.Contains("is taken by cable C-099", second.Outcome!.Sentence, StringComparison.Ordinal);
        Assert.Equal(["C-099", "C-100"], (await new CableQueries(store).List(host, 1)).Rows.Select(r => r.Label));
        Assert.Contains("2 cables end on it", Assert.IsType<Refused>(await new RemoveDevice(store, Updates).Execute(Editor, host)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ports_ThatAreFree_AreListedAsPeopleCount() =>
        Assert.Equal(["Eth1/2", "Eth1/10"], await new CableQueries(store).FreePorts(sw));

    [Fact]
    public async Task Devices_FoundByNameRoleAndStatus_ComeWithTheirCounts()
    {
        var list = await new DeviceQueries(store).List(new DeviceFilter(host[4..], "hypervisor", null, "Planned", "name", 1));

        var row = Assert.Single(list.Rows);
        Assert.Equal((host, 2, 0), (row.Name, row.Ports, row.Cabled));
    }

    [Fact]
    public async Task Picture_OfAStoredHost_IsDrawn()
    {
        var pictures = new HostPictures(new CatalogueReader(store), store, new Drafts(), new DesignJudge(store, new CatalogueReader(store), new Drafts(), new LiveZones(store), TimeProvider.System));

        var picture = await pictures.Of(host.ToUpperInvariant());

        DiagramAssert.IsClean(HostDiagramLayout.Of(picture!));
        Assert.Null(await pictures.Of("nobody"));
        Assert.NotNull(await pictures.Trace((await Port(host, "eno1")).Id));
    }

    private async Task<Outcome?> Save(Caller caller, string device, string port, Action<InterfaceDraft> change)
    {
        var draft = InterfaceDraft.Of(await Port(device, port));
        change(draft);
        return await new SaveInterface(store, Updates).Execute(caller, draft);
    }

    private async Task<Interface> Port(string device, string port)
    {
        await using var db = store.CreateDbContext();
        return await db.Interfaces.AsNoTracking().SingleAsync(i => i.Name == port && db.Devices.Any(d => d.Id == i.DeviceId && d.Name == device));
    }
}
