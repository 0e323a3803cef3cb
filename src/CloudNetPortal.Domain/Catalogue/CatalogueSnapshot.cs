using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Domain.Catalogue;

/// <summary>
/// The catalogue at one moment, detached from the store: what rules, diagrams, the planner and <c>cloudnet</c> read. Read it, never change it.
/// </summary>
public sealed class CatalogueSnapshot
{
    /// <summary>A catalogue without anything in it.</summary>
    public static CatalogueSnapshot Empty { get; } = new();

    /// <summary>Datacenters.</summary>
    public IReadOnlyList<Datacenter> Datacenters { get; init; } = [];
    /// <summary>Racks.</summary>
    public IReadOnlyList<Rack> Racks { get; init; } = [];
    /// <summary>Hardware models.</summary>
    public IReadOnlyList<DeviceType> DeviceTypes { get; init; } = [];
    /// <summary>Devices with their interfaces, addresses and logical hosts.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];
    /// <summary>Cables with their ends.</summary>
    public IReadOnlyList<Cable> Cables { get; init; } = [];
    /// <summary>Documented subnets.</summary>
    public IReadOnlyList<Prefix> Prefixes { get; init; } = [];
    /// <summary>What ports heard by LLDP.</summary>
    public IReadOnlyList<LldpNeighbour> Neighbours { get; init; } = [];
}
