using System.Runtime.CompilerServices;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Web.Features.Zones.Sections;

/// <summary>Boxes of a catalogue by name, and which of them are hosts; made once for each catalogue.</summary>
internal sealed class HostNames
{
    private static readonly ConditionalWeakTable<CatalogueSnapshot, HostNames> Known = [];
    private readonly Dictionary<string, Device> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _hosts;

    private HostNames(CatalogueSnapshot catalogue)
    {
        foreach (var device in catalogue.Devices)
            _byName.TryAdd(device.Name, device);
        _hosts = [.. catalogue.Devices.Where(d => d.LogicalHost is not null || d.Role == DeviceRoles.Hypervisor).Select(d => d.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>Of a catalogue.</summary>
    public static HostNames Of(CatalogueSnapshot catalogue) => Known.GetValue(catalogue, snapshot => new HostNames(snapshot));

    /// <summary>The box of that name, or null.</summary>
    public Device? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    /// <summary>Names of hosts that are in no cluster of the design.</summary>
    public IReadOnlyList<string> Free(ZoneDesign design)
    {
        var used = design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts).Select(h => h.Device).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. _hosts.Where(name => !used.Contains(name))];
    }
}
