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
using Npgsql;

namespace CloudNetPortal.Store.Tests.Catalogue;

public sealed class CatalogueReaderTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task Catalogue_WithEveryFieldSet_ComesBackAsItWas()
    {
        var datacenter = new Datacenter { Name = "Amsterdam", Slug = "ams", TimeZone = "Europe/Amsterdam", Dns = "10.0.0.53" };
        datacenter.Rooms.Add(new Room { DatacenterId = datacenter.Id, Name = "Hall 1" });
        var rack = new Rack { DatacenterId = datacenter.Id, RoomId = datacenter.Rooms[0].Id, Name = "A1", Height = 47, StartingUnit = 1 };
        var type = new DeviceType
        {
            Manufacturer = "Acme", Model = "S48", Slug = "acme-s48", PartNumber = "4711", UnitHeight = 1.5m, IsFullDepth = false,
            Ports = [new("Eth1/1", InterfaceKind.Physical, "25gbase-x-sfp28"), new("F1", InterfaceKind.FrontPort, RearPort: "R1", RearPosition: 1)],
        };
        var device = new Device
        {
            Name = "kvm1", Role = DeviceRoles.Hypervisor, DeviceTypeId = type.Id, DatacenterId = datacenter.Id, RackId = rack.Id, Position = 10.5m, Face = "front",
            Status = LifeCycle.Staged, Serial = "SN1", Comments = "with “quotes”", Platform = "linux",
        };
        device.LogicalHost = new LogicalHost
        {
            DeviceId = device.Id, Hypervisor = "KVM", ManagementAddress = IPAddress.Parse("10.0.1.11"), UsesOpenVSwitch = true, OperatingSystem = "Rocky 9", Architecture = "x86_64",
            ObservedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };
        var bond = new Interface { DeviceId = device.Id, Name = "bond0", Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, LacpFast = true, MlagGroup = "7", Mtu = 9000 };
        var nic = new Interface
        {
            DeviceId = device.Id, Name = "eno1", Kind = InterfaceKind.Physical, Alias = "uplink", NameLabel = "net", Connector = "25gbase-x-sfp28", Mac = PhysicalAddress.Parse("02-00-00-00-00-01"),
            Mtu = 9000, SpeedMbps = 25000, Enabled = false, ManagementOnly = true, BondId = bond.Id, VlanId = 7, IsDistributed = true, Mode = SwitchPortMode.Trunk, UntaggedVlan = 1,
            TaggedVlans = VlanSet.Parse("100-199,300,4000-4094"), RearPosition = 2, Positions = 12, Purpose = "spare", Description = "d", MadeByCloudStack = true,
        };
        nic.Addresses.Add(new InterfaceAddress { InterfaceId = nic.Id, Address = IPAddress.Parse("2001:db8::1"), PrefixLength = 64 });
        nic.Addresses.Add(new InterfaceAddress { InterfaceId = nic.Id, Address = IPAddress.Parse("10.0.1.11"), PrefixLength = 24 });
        device.Interfaces.AddRange([bond, nic]);
        var other = new Device { Name = "sw1", Role = DeviceRoles.Switch };
        other.Interfaces.Add(new Interface { DeviceId = other.Id, Name = "Eth1/1" });
        var cable = new Cable { Label = "C-1", Type = "cat6a", Status = LifeCycle.Active, Color = "ff0000", LengthMetres = 2.25m };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = nic.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = other.Interfaces[0].Id, Side = 'B' });
        var prefix = new Prefix { Network = IPNetwork.Parse("10.0.1.0/24"), VlanId = 10, Gateway = IPAddress.Parse("10.0.1.1"), Vrf = "mgmt", Description = "management" };
        var heard = new LldpNeighbour
        {
            InterfaceId = nic.Id, ChassisId = "02:00:00:00:00:02", SystemName = "sw1", PortId = "Eth1/1", PortDescription = "to kvm1", ManagementAddress = "10.0.1.2",
            Vlans = VlanSet.Of(100), Aggregated = true, SeenAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Source = "lldpcli",
        };
        await using (var context = store.CreateDbContext())
        {
            context.AddRange(datacenter, rack, type, device, other, cable, prefix, heard);
            await context.SaveChangesAsync();
        }

        var read = await new CatalogueReader(store).Read(default);

        Assert.Equal(Text(datacenter), Text(Assert.Single(read.Snapshot.Datacenters)));
        Assert.Equal(Text(rack), Text(Assert.Single(read.Snapshot.Racks)));
        Assert.Equal(Text(type), Text(Assert.Single(read.Snapshot.DeviceTypes)));
        Assert.Equal(Text(device), Text(read.Snapshot.Devices.Single(d => d.Name == "kvm1")));
        Assert.Equal(Text(cable), Text(Assert.Single(read.Snapshot.Cables)));
        Assert.Equal(Text(prefix), Text(Assert.Single(read.Snapshot.Prefixes)));
        Assert.Equal(Text(heard), Text(Assert.Single(read.Snapshot.Neighbours)));

        await using (var context = store.CreateDbContext())
        {
            var again = await new CatalogueReader(store).Read(default);
            await context.Devices.Where(d => d.Name == "sw1").ExecuteUpdateAsync(set => set.SetProperty(d => d.Comments, "moved"));
            var moved = await new CatalogueReader(store).Read(default);
            Assert.Equal(read.Version, again.Version);
            Assert.Equal(read.Version + 1, moved.Version);
            Assert.Equal("moved", moved.Snapshot.Devices.Single(d => d.Name == "sw1").Comments);
        }
    }

    [Fact]
    public async Task DeviceName_ThatDiffersInCaseOnly_IsRefused()
    {
        await using var context = store.CreateDbContext();
        context.AddRange(new Device { Name = "leaf-1" }, new Device { Name = "Leaf-1" });
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Converters = { new Plain<IPAddress>(), new Plain<PhysicalAddress>(), new Plain<IPNetwork>(), new Plain<VlanSet>() } };

    // Text compares every field; what differs is read at a glance. Sorted, since the order of ports is no field.
    private static string Text(object thing)
    {
        return string.Join('\n', JsonSerializer.Serialize(thing, Indented).Split('\n').Select(line => line.TrimEnd(',')).Order(StringComparer.Ordinal));
    }

    private sealed class Plain<T> : System.Text.Json.Serialization.JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value?.ToString());
    }
}
