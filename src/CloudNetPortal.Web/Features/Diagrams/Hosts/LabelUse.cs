using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>One traffic type of one network on one host: its label, what that names there, and the VLANs that CloudStack sends tagged.</summary>
internal sealed record LabelUse(LabelCell Cell, LabelResolution? Found, VlanSet Tagged, string? Unused)
{
    public string Traffic => Cell.Traffic.Type;

    public string Network => Cell.Network.Name;

    public string? Label => Cell.Label;

    /// <summary>The bridge, switch or name-label the label names, without VMware's further fields.</summary>
    public string Named => Label is null ? "" : LabelReading.For(Cell.Hypervisor.Key).NameIn(Label);

    public Interface? Target => Found?.Target;

    /// <summary>The host is documented, and what the label names is not there.</summary>
    public bool Missing => Label is null || Found?.State == LabelState.Missing;

    public static IReadOnlyList<LabelUse> Of(RuleFacts facts, HostFacts host)
    {
        var ranges = facts.Design.Pods.Any(p => p.StorageRanges.Count > 0);
        return [.. facts.Cells.Where(c => c.Hypervisor == host.Hypervisor).OrderBy(c => TrafficWords.Order(c.Traffic.Type)).Select(c => new LabelUse(
            c,
            c.Label is null ? null : facts.Resolve(host, c.Label),
            // Open vSwitch ignores the VLAN of a storage range.
            c.Is("Storage") && host.UsesOpenVSwitch ? VlanSet.Empty : c.Tagged,
            c.Is("Storage") && !ranges ? "no storage range, runs over Management" : null))];
    }
}
