using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Oracle VM 3: a label is the name of a network, which is a bridge of the host; it is asked for when the host connects.</summary>
public sealed class Ovm3Labels : LabelReading
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Hypervisors { get; } = ["Ovm3"];

    /// <inheritdoc/>
    public override LabelResolution Read(HostFacts host, string label, CatalogueIndex catalogue)
    {
        if (host.Device!.Interfaces.Find(i => IsNetwork(i) && (i.Name == label || i.NameLabel == label)) is not { } target)
            return Missing(host, label);
        var members = catalogue.BridgePorts(target).Where(p => !p.MadeByCloudStack).ToList();
        return Found(host, label, catalogue, target, members, members);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> NamesOn(HostFacts host) => host.Device?.Interfaces.Where(IsNetwork).Select(i => i.NameLabel ?? i.Name) ?? [];

    private static bool IsNetwork(Interface port) => !port.MadeByCloudStack && port.Kind is InterfaceKind.Bridge or InterfaceKind.VSwitch or InterfaceKind.XenNetwork;
}
