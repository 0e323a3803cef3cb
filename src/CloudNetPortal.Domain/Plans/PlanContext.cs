using System.Net.Sockets;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Plans;

/// <summary>What the sections of a plan share.</summary>
public sealed class PlanContext(ZoneDesign design, CatalogueSnapshot catalogue)
{
    private readonly Dictionary<string, string> _addresses = catalogue.Devices
        .Where(d => d.LogicalHost?.ManagementAddress is { AddressFamily: AddressFamily.InterNetwork })
        .GroupBy(d => d.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().LogicalHost!.ManagementAddress!.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The design.</summary>
    public ZoneDesign Design { get; } = design;

    /// <summary>Its kind; an unknown one counts as advanced, and the rules say so.</summary>
    public ZoneKind Kind { get; } = ZoneKind.Find(design.Kind) ?? ZoneKind.Find("Advanced")!;

    /// <summary>The steps of the sections before.</summary>
    public IReadOnlyList<PlanStep> Earlier { get; init; } = [];

    /// <summary>How the plan is to be carried out.</summary>
    public PlanOptions Options { get; init; } = new();

    /// <summary>SHA-256 of the revision.</summary>
    public string RevisionHash { get; init; } = "";

    /// <summary>URL to add a host with: its own, or made of the management address of the catalogue device.</summary>
    public string UrlOf(Host host) =>
        !string.IsNullOrWhiteSpace(host.Url) ? host.Url : host.Device is not null && _addresses.TryGetValue(host.Device, out var address) ? $"http://{address}" : $"http://{host.Device}";
}
