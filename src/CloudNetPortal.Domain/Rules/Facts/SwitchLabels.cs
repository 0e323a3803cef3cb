using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>VMware and Hyper-V: a label names a virtual switch of the host; VMware adds VLAN and type to it.</summary>
public sealed class SwitchLabels : LabelReading
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Hypervisors { get; } = ["VMware", "Hyperv"];

    /// <inheritdoc/>
    public override string NameIn(string label) => VmwareLabel.SwitchIn(label);

    /// <inheritdoc/>
    public override LabelResolution Read(HostFacts host, string label, CatalogueIndex catalogue)
    {
        // Inventories that know no virtual switches note them as bridges; such a host has no others.
        var name = host.Hypervisor?.Key == "VMware" ? NameIn(label) : label;
        if (CatalogueIndex.Named(host.Device!, name) is not { Kind: InterfaceKind.VSwitch or InterfaceKind.Bridge } target)
            return Missing(host, label) with { NearName = NearNames.Nearest(name, NamesOn(host)) };
        var members = catalogue.BridgePorts(target).Where(p => !p.MadeByCloudStack).ToList();
        // A virtual switch uses all its uplinks, not the first one.
        return Found(host, label, catalogue, target, members, members) with { Uplink = target, VlanBelow = null, Legs = [.. members.SelectMany(catalogue.LegsOf)] };
    }

    /// <inheritdoc/>
    public override IEnumerable<string> NamesOn(HostFacts host) => host.Device?.Interfaces.Where(i => i.Kind is InterfaceKind.VSwitch or InterfaceKind.Bridge).Select(i => i.Name) ?? [];
}
