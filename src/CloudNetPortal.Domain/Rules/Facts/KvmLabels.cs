using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// KVM: a label names a Linux bridge or, failing that, a plain device; with Open vSwitch a bridge of Open vSwitch. Of a Linux bridge's ports the agent takes
/// the first whose name starts with a word it knows; a VLAN device among them stands for its parent.
/// </summary>
public sealed class KvmLabels : LabelReading
{
    /// <summary>Starts of device names the agent takes for an uplink; case matters. CloudStack 4.23.</summary>
    public static IReadOnlyList<string> RecognisedStarts { get; } = ["eth", "bond", "vlan", "vx", "em", "ens", "eno", "enp", "team", "enx", "dummy", "lo", "p", "vni", "enc"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hypervisors { get; } = ["KVM"];

    /// <inheritdoc/>
    public override LabelResolution Read(HostFacts host, string label, CatalogueIndex catalogue)
    {
        var target = CatalogueIndex.Named(host.Device!, label);
        if (target is null || target.MadeByCloudStack || (host.UsesOpenVSwitch && target.Kind != InterfaceKind.OvsBridge))
            return Missing(host, label);
        if (target.Kind is not (InterfaceKind.Bridge or InterfaceKind.OvsBridge))
            return Found(host, label, catalogue, target, [], [target]) with { VlanBelow = null, Uplink = target, Legs = catalogue.LegsOf(target) };
        var members = catalogue.BridgePorts(target).Where(p => !p.MadeByCloudStack).ToList();
        var uplinks = target.Kind == InterfaceKind.OvsBridge
            ? members.Where(m => m.Kind is InterfaceKind.Physical or InterfaceKind.Bond or InterfaceKind.Vlan).ToList()
            : members.Where(m => IsRecognised(m.Name)).ToList();
        return Found(host, label, catalogue, target, members, uplinks);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> NamesOn(HostFacts host) => host.Device?.Interfaces
        .Where(i => !i.MadeByCloudStack && i.Kind == (host.UsesOpenVSwitch ? InterfaceKind.OvsBridge : InterfaceKind.Bridge)).Select(i => i.Name) ?? [];

    /// <summary>True when the agent would take a device of that name for an uplink.</summary>
    public static bool IsRecognised(string name)
    {
        foreach (var start in RecognisedStarts)
        {
            if (!name.StartsWith(start, StringComparison.Ordinal))
                continue;
            // “p” stands for p<n>p<n> only: p1p2 is a port of a card, private0 is not.
            if (start != "p")
                return true;
            var rest = name.AsSpan(1);
            var slot = rest.Length - rest.TrimStart("0123456789").Length;
            if (slot > 0 && rest.Length > slot + 1 && rest[slot] == 'p' && char.IsAsciiDigit(rest[slot + 1]))
                return true;
        }
        return false;
    }
}
