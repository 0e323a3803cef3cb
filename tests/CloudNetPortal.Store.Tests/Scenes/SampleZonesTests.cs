using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Scenes;

namespace CloudNetPortal.Store.Tests.Scenes;

/// <summary>What the sample promises to people who look at it first: one fault to find, and nothing else that is wrong.</summary>
public sealed class SampleZonesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static RuleResults Judge(ZoneDesign design, PolicyPack pack)
    {
        var things = new SampleDatacenter(Now).Things;
        return RuleBook.Judge(new RuleInput(design, new CatalogueSnapshot
        {
            Datacenters = [.. things.OfType<Datacenter>()], Racks = [.. things.OfType<Rack>()], DeviceTypes = [.. things.OfType<DeviceType>()], Devices = [.. things.OfType<Device>()],
            Cables = [.. things.OfType<Cable>()], Prefixes = [.. things.OfType<Prefix>()], Neighbours = [.. things.OfType<LldpNeighbour>()],
        }, pack, Now));
    }

    private static string Text(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Message}"));

    [Fact]
    public void Advanced_HasOneFaultToFind() => Assert.Equal("CNP5101", Assert.Single(Judge(SampleZones.Advanced(), PolicyPack.Production).Errors).RuleId);

    [Fact]
    public void Live_HasNoFault() => Assert.Equal("", Text(Judge(SampleZones.Live(), PolicyPack.Lab).Findings.Where(f => f.Severity >= Severity.Warning)));

    [Fact]
    public void Basic_HasNoFault() => Assert.Equal("", Text(Judge(SampleZones.Basic(), PolicyPack.Lab).Findings.Where(f => f.Severity >= Severity.Warning)));
}
