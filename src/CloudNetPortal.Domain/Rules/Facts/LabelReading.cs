using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>How one hypervisor finds the network a label names. One file each, found by this base class; the rest of the rules only read the result.</summary>
public abstract class LabelReading
{
    /// <summary>Keys of the hypervisors it reads for.</summary>
    public abstract IReadOnlyList<string> Hypervisors { get; }

    /// <summary>Resolves a label that is not empty on a host with a known profile.</summary>
    public abstract LabelResolution Read(HostFacts host, string label, CatalogueIndex catalogue);

    /// <summary>The part of a label that names something on a host; the whole label except on VMware.</summary>
    public virtual string NameIn(string label) => label;

    /// <summary>Names on the host that a label may be, for pick-lists.</summary>
    public abstract IEnumerable<string> NamesOn(HostFacts host);

    /// <summary>True when the label is looked for on the host at all.</summary>
    public virtual bool IsChecked => true;

    private static readonly IReadOnlyList<LabelReading> All = Discovery.Of<LabelReading>();

    /// <summary>The reading for a hypervisor key; the one that takes any text when there is none.</summary>
    public static LabelReading For(string? hypervisor) => All.FirstOrDefault(r => hypervisor is not null && r.Hypervisors.Contains(hypervisor)) ?? All.First(r => !r.IsChecked);

    /// <summary>A label found on a host.</summary>
    protected static LabelResolution Found(HostFacts host, string label, CatalogueIndex catalogue, Interface target, IReadOnlyList<Interface> members, IReadOnlyList<Interface> uplinks)
    {
        var first = uplinks.Count > 0 ? uplinks[0] : null;
        var vlan = first is { Kind: InterfaceKind.Vlan } ? first : null;
        var uplink = vlan is null ? first : catalogue.Port(vlan.ParentId) ?? vlan;
        return new LabelResolution
        {
            Host = host, Label = label, State = LabelState.Found, Target = target, Members = members, UplinkMembers = uplinks,
            Uplink = uplink, VlanBelow = vlan, Legs = catalogue.LegsOf(uplink),
        };
    }

    /// <summary>A label the host does not have.</summary>
    protected LabelResolution Missing(HostFacts host, string label) =>
        new() { Host = host, Label = label, State = LabelState.Missing, NearName = NearNames.Nearest(NameIn(label), NamesOn(host)) };
}
