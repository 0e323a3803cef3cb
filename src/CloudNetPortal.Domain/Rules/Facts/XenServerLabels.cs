using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>XenServer and XCP-ng: a label is the name-label of a network; of several, the one with a NIC on this host.</summary>
public sealed class XenServerLabels : LabelReading
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Hypervisors { get; } = ["XenServer"];

    /// <inheritdoc/>
    public override LabelResolution Read(HostFacts host, string label, CatalogueIndex catalogue)
    {
        var networks = host.Device!.Interfaces.Where(i => i.Kind == InterfaceKind.XenNetwork && i.NameLabel == label).ToList();
        if (networks.Find(n => HasNic(n, catalogue)) is { } target)
        {
            var members = catalogue.BridgePorts(target).Where(p => !p.MadeByCloudStack).ToList();
            return Found(host, label, catalogue, target, members, members);
        }
        if (networks.Count > 0)
            return Missing(host, label) with { LacksNic = true, NearName = null };
        // xenbr0 or eth0 is a device; what CloudStack looks for is the name people gave to the network above it.
        if (CatalogueIndex.Named(host.Device, label) is not { } device)
            return Missing(host, label);
        var above = device.Kind == InterfaceKind.XenNetwork ? device : catalogue.Port(device.BridgeId);
        return Missing(host, label) with { IsWrongKind = true, NearName = above?.NameLabel };
    }

    /// <summary>True when a network reaches a NIC (PIF) of its host.</summary>
    public static bool HasNic(Interface network, CatalogueIndex catalogue) => network.ParentId is not null || catalogue.BridgePorts(network).Any(p => !p.MadeByCloudStack);

    /// <inheritdoc/>
    public override IEnumerable<string> NamesOn(HostFacts host) =>
        host.Device?.Interfaces.Where(i => i.Kind == InterfaceKind.XenNetwork).Select(i => i.NameLabel).OfType<string>() ?? [];
}
