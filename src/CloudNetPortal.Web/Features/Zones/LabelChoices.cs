using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>What labels could name on the hosts of a zone, with the hosts that have it: the pick-list and the cover of the label matrix.</summary>
public sealed class LabelChoices
{
    private readonly Dictionary<string, List<Device>> _hosts;
    private readonly Dictionary<string, int> _unknown;

    private LabelChoices(Dictionary<string, List<Device>> hosts, Dictionary<string, int> unknown) => (_hosts, _unknown) = (hosts, unknown);

    /// <summary>From the clusters of a design and the devices their hosts are linked to.</summary>
    public static LabelChoices Of(ZoneDesign design, CatalogueSnapshot catalogue)
    {
        var devices = catalogue.Devices.ToDictionary(d => d.Name, StringComparer.OrdinalIgnoreCase);
        var clusters = design.Pods.SelectMany(p => p.Clusters).GroupBy(c => Hypervisor.Find(c.Hypervisor)?.Key ?? c.Hypervisor).ToList();
        return new LabelChoices(
            clusters.ToDictionary(g => g.Key, g => g.SelectMany(c => c.Hosts).Select(h => h.Device).OfType<string>().Where(devices.ContainsKey).Select(n => devices[n]).DistinctBy(d => d.Id).ToList()),
            clusters.ToDictionary(g => g.Key, g => g.SelectMany(c => c.Hosts).Count(h => h.Device is null || !devices.ContainsKey(h.Device))));
    }

    /// <summary>Hosts of that hypervisor that the catalogue knows.</summary>
    public IReadOnlyList<Device> Hosts(string hypervisor) => _hosts.GetValueOrDefault(hypervisor) ?? [];

    /// <summary>Hosts of that hypervisor that are only known by their URL.</summary>
    public int Unknown(string hypervisor) => _unknown.GetValueOrDefault(hypervisor);

    /// <summary>Names to pick from, those on most hosts first.</summary>
    public IReadOnlyList<PickOption> Options(string hypervisor)
    {
        var hosts = Hosts(hypervisor);
        return [.. hosts.SelectMany(d => Names(d, hypervisor).Distinct().Select(name => (name, d.Name)))
            .GroupBy(x => x.name)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new PickOption(g.Key, g.Count() == hosts.Count ? $"on all {hosts.Count} hosts" : $"on {g.Count()} of {hosts.Count} hosts"))];
    }

    /// <summary>Hosts of that hypervisor on which the name is missing.</summary>
    public IReadOnlyList<string> Missing(string hypervisor, string label)
    {
        var name = hypervisor == "VMware" ? label.Split(',')[0].Trim() : label;
        return [.. Hosts(hypervisor).Where(d => !Names(d, hypervisor).Contains(name)).Select(d => d.Name)];
    }

    private static IEnumerable<string> Names(Device device, string hypervisor) => device.Interfaces
        .Where(i => !i.MadeByCloudStack)
        .Where(i => hypervisor switch
        {
            "KVM" => i.Kind is InterfaceKind.Bridge or InterfaceKind.OvsBridge,
            "XenServer" => i.Kind == InterfaceKind.XenNetwork,
            "VMware" or "Hyperv" => i.Kind == InterfaceKind.VSwitch,
            _ => i.Kind is InterfaceKind.Bridge or InterfaceKind.VSwitch,
        })
        .Select(i => hypervisor == "XenServer" ? i.NameLabel ?? i.Name : i.Name);
}
