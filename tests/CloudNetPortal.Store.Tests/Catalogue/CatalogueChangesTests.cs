using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Tests.Catalogue;

/// <summary>A reader that reads only what changed gives what a fresh one gives, whatever changed and whoever wrote it.</summary>
public sealed class CatalogueChangesTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task Catalogue_ReadAgainAfterChangesOfEveryKind_IsThatOfAFreshReader()
    {
        var (stays, moves, goes) = (Box("stays-1"), Box("moves-1"), Box("goes-1"));
        var place = new Datacenter { Name = "Berlin", Slug = "ber" };
        var (kept, cut) = (Between(stays.Interfaces[0], moves.Interfaces[0]), Between(stays.Interfaces[1], goes.Interfaces[0]));
        await using (var context = store.CreateDbContext())
        {
            context.AddRange(place, stays, moves, goes, kept, cut);
            await context.SaveChangesAsync();
        }

        var reader = new CatalogueReader(store);
        var before = (await reader.Read(default)).Snapshot;
        var steps = new Func<PortalDbContext, Task>[]
        {
            db => db.Interfaces.Where(i => i.Id == moves.Interfaces[1].Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.TaggedVlans, VlanSet.Parse("7"))),
            db => db.InterfaceAddresses.Where(a => a.InterfaceId == moves.Interfaces[0].Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Address, IPAddress.Parse("10.9.9.9"))),
            db => db.LogicalHosts.Where(h => h.DeviceId == moves.Id).ExecuteUpdateAsync(set => set.SetProperty(h => h.OperatingSystem, "Debian 13")),
            db => db.Devices.Where(d => d.Id == moves.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Name, "aaa-moved")),
            db => db.Cables.Where(c => c.Id == cut.Id).ExecuteDeleteAsync(),
            db => db.CableEnds.Where(e => e.CableId == kept.Id && e.Side == 'B').ExecuteUpdateAsync(set => set.SetProperty(e => e.InterfaceId, moves.Interfaces[1].Id)),
            db => db.Interfaces.Where(i => i.Id == goes.Interfaces[1].Id).ExecuteDeleteAsync(),
            db => db.Devices.Where(d => d.Id == goes.Id).ExecuteDeleteAsync(),
            db => Add(db, Box("added-1")),
            db => Add(db, new Rack { DatacenterId = place.Id, Name = "R77", Height = 42 }),
            db => Add(db, new Prefix { Network = IPNetwork.Parse("10.77.0.0/24"), Vrf = "again" }),
            db => Add(db, new LldpNeighbour { InterfaceId = stays.Interfaces[0].Id, SystemName = "heard", SeenAt = DateTimeOffset.UnixEpoch, Source = "lldpcli" }),
            db => db.Datacenters.Where(d => d.Id == place.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Name, "Berlin 2")),
            db => db.Racks.Where(r => r.Name == "R77").ExecuteDeleteAsync(),
        };
        foreach (var step in steps)
        {
            await using (var context = store.CreateDbContext())
                await step(context);
            var (again, fresh) = ((await reader.Read(default)).Snapshot, (await new CatalogueReader(store).Read(default)).Snapshot);
            Assert.Equal(Ordered(fresh), Ordered(again));
            Assert.Same(before.Devices.Single(d => d.Id == stays.Id), again.Devices.Single(d => d.Id == stays.Id));
        }
    }

    // Lists in their order, every field of every object.
    private static string Ordered(CatalogueSnapshot catalogue) => JsonSerializer.Serialize(catalogue, Indented);

    private static async Task Add(PortalDbContext db, object thing)
    {
        db.Add(thing);
        await db.SaveChangesAsync();
    }

    private static Device Box(string name)
    {
        var device = new Device { Name = name, Role = DeviceRoles.Hypervisor };
        device.LogicalHost = new LogicalHost { DeviceId = device.Id, Hypervisor = "KVM" };
        device.Interfaces.AddRange([new Interface { DeviceId = device.Id, Name = "eno1" }, new Interface { DeviceId = device.Id, Name = "eno2" }]);
        device.Interfaces[0].Addresses.Add(new InterfaceAddress { InterfaceId = device.Interfaces[0].Id, Address = IPAddress.Parse("10.0.9.1"), PrefixLength = 24 });
        return device;
    }

    private static Cable Between(Interface a, Interface b)
    {
        var cable = new Cable { Label = $"C-{a.Name}-{b.DeviceId}" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        return cable;
    }

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Converters = { new Plain<IPAddress>(), new Plain<PhysicalAddress>(), new Plain<IPNetwork>(), new Plain<VlanSet>() } };

    private sealed class Plain<T> : System.Text.Json.Serialization.JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value?.ToString());
    }
}
