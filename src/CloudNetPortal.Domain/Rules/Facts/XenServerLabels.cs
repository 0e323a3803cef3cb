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
        var networks = host.Device!.Interfaces.Where(i => NameLabelOf(i) == label).ToList();
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
        var above = device.Kind is InterfaceKind.XenNetwork or InterfaceKind.Bridge ? device : catalogue.Port(device.BridgeId);
        return Missing(host, label) with { IsWrongKind = true, NearName = above is null ? null : NameLabelOf(above) };
    }

    /// <summary>True when a network reaches a NIC (PIF) of its host.</summary>
    public static bool HasNic(Interface network, CatalogueIndex catalogue) => network.ParentId is not null || catalogue.BridgePorts(network).Any(p => !p.MadeByCloudStack);

    /// <inheritdoc/>
    public override IEnumerable<string> NamesOn(HostFacts host) =>
        host.Device?.Interfaces.Select(NameLabelOf).OfType<string>() ?? [];

    /// <summary>
    /// The name-label of a network; null for everything else. An inventory that knows no networks of XenServer notes them as bridges: the name-label is
    /// then the label of the bridge, or its name where that is none the host would choose (xenbr0, xapi1).
    /// </summary>
    public static string? NameLabelOf(Interface port) => port.Kind switch
    {
        InterfaceKind.XenNetwork => port.NameLabel,
        InterfaceKind.Bridge => port.NameLabel ?? port.Alias ?? (port.Name.StartsWith("xenbr", StringComparison.Ordinal) || port.Name.StartsWith("xapi", StringComparison.Ordinal) ? null : port.Name),
        _ => null,
    };
}
