using CloudNetPortal.Web.Shared;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>
/// A host as drawing, table and words tell it: the logical host with system VMs on top, then labels, VLAN devices, bonds, NICs, cables and the ports at
/// their far ends. No coordinates.
/// </summary>
public sealed record HostPicture(Device Device, Hypervisor Hypervisor, ZoneDesign? Design)
{
    public IReadOnlyList<HostPart> Parts { get; init; } = [];

    public IReadOnlyList<HostLink> Links { get; init; } = [];

    /// <summary>One row per traffic and leg: the table twin.</summary>
    public IReadOnlyList<HostLeg> Legs { get; init; } = [];

    /// <summary>What stands beside "Physical host": model, place, serial number.</summary>
    public IReadOnlyList<string> Box { get; init; } = [];

    /// <summary>What stands beside "Logical host".</summary>
    public string Sentence { get; init; } = "";

    public HostPart? Find(string key) => Parts.FirstOrDefault(p => p.Key == key);

    public IEnumerable<HostPart> In(HostLayer layer) => Parts.Where(p => p.Layer == layer);

    public IEnumerable<PartProblem> Problems => Parts.SelectMany(p => p.Problems).DistinctBy(p => (p.RuleId, p.Sentence));
}

public enum HostLayer { Machines, Labels, Vlans, Bonds, Nics, Ports }

/// <summary>One thing of the picture. Its key is stable, made of kind and name; its kind is in words: bridge, bond, NIC, system VM.</summary>
public sealed record HostPart(string Key, HostLayer Layer, string Kind, string Name)
{
    /// <summary>Lines of text below the name.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Small text at the end of the name's line.</summary>
    public string? Beside { get; init; }

    /// <summary>Keys of the traffic types that run through it.</summary>
    public IReadOnlyList<string> Traffic { get; init; } = [];

    /// <summary>Virtual NICs, for machines.</summary>
    public IReadOnlyList<MachineNic> Nics { get; init; } = [];

    public IReadOnlyList<PartProblem> Problems { get; init; } = [];

    /// <summary>The design names it and the host has it not.</summary>
    public bool Missing { get; init; }

    /// <summary>There, but nobody uses it, or CloudStack made it.</summary>
    public bool Quiet { get; init; }

    /// <summary>The logical host itself.</summary>
    public bool IsHypervisor { get; init; }

    /// <summary>For a far port: the device it is on, and what that is.</summary>
    public string? Group { get; init; }

    public string? GroupWords { get; init; }

    /// <summary>The interface of the catalogue behind it.</summary>
    public Guid? InterfaceId { get; init; }
}

/// <summary>A virtual NIC of a machine: what it is called inside, its traffic, and the label part it is plugged into.</summary>
public sealed record MachineNic(string Name, string Traffic, string? Label);

/// <summary>Joins two parts from top to bottom.</summary>
public sealed record HostLink(string From, string To)
{
    /// <summary>Traffic whose colour it has; null for several or none.</summary>
    public string? Colour { get; init; }

    public IReadOnlyList<string> Traffic { get; init; } = [];

    /// <summary>For a cable: what is printed on it and on the panels in between.</summary>
    public string? Cable { get; init; }

    public bool Planned { get; init; }

    public bool Broken { get; init; }
}

/// <summary>One traffic type on one leg, as a row of the table twin.</summary>
public sealed record HostLeg(string Traffic, string Network, string Label, string Through, string Nic, string Cable, string Port, string Vlans, string Problem);
