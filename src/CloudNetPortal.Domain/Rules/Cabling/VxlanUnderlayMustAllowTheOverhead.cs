using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6202.</summary>
internal sealed class VxlanUnderlayMustAllowTheOverhead : Rule
{
    private const int GuestMtu = 1500, Overhead = 50;

    public override string Id => "CNP6202";
    public override string Title => "VXLAN underlay must allow the overhead";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "network";
    public override string Why => "VXLAN puts 50 bytes around every frame of a guest. When a step between two hosts carries only 1500, small packets pass and large ones are lost: a login works, a download hangs, and nobody notices at first. The design has no field for the MTU of guests; 1500, CloudStack's default, is assumed. A host that was read and shows no value has 1500.";
    public override string Rejected => "VXLAN over bond1 with MTU 1500.";
    public override string Accepted => "1550 or more on every step; 9000 where there is a choice.";
    public override string Cure => "Raise the MTU of the devices named (one click in the documentation), or lower that of the guests to 1450 on the cloud.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Tagged;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var row in facts.LabelRows.Where(r => r.Cell.Is("Guest") && !CellSets.UsesVlans(r.Cell.Network) && r.Cell.Network.IsolationMethods.Exists(m => string.Equals(m.Trim(), "VXLAN", StringComparison.OrdinalIgnoreCase))))
        {
            var uses = facts.Legs.SelectMany(l => l.Uses.Where(u => ReferenceEquals(u.Cell, row.Cell)).Select(u => (Leg: l, u.Resolution)))
                // With EVPN the underlay is the routed fabric, not what the label stands on.
                .Where(u => Labels.KvmVxlanLabelsMustHaveAnAddress.EvpnAddress(u.Leg.Host) is null || u.Resolution.Target!.Addresses.Count > 0).ToList();
            var vlans = VlanSet.Of(uses.Select(u => u.Resolution.HostTag?.VlanId ?? (u.Leg.Path.End is { } end ? facts.VlansOf(end.Port).Untagged : null)).OfType<int>().Distinct().Select(v => new VlanRange(v, v)));
            var steps = uses.SelectMany(u => PathMtu.InHost(u.Leg, u.Resolution).Concat(PathMtu.AtEnd(u.Leg, facts) is { } end ? [end] : []))
                .Concat(PathMtu.Between(uses.Select(u => u.Leg), vlans, facts).SelectMany(l => PathMtu.OnLink(l, facts))).DistinctBy(s => s.Path).ToList();
            var low = steps.Where(s => s.Mtu < GuestMtu + Overhead).ToList();
            if (low.Count > 0)
                yield return Found(low.Count == 1 ? low[0].Path : row.Cell.Path, $"{row.Cell.Network.Name} isolates guests by VXLAN, which needs {GuestMtu + Overhead} bytes for guests of {GuestMtu}; {List(low.Select(s => s.Name))} {(low.Count == 1 ? "carries" : "carry")} {string.Join(" or ", low.Select(s => s.Mtu).Distinct().Order())}.") with
                {
                    Objects = [.. low.Select(s => new ObjectRef("port", s.Name, s.Path)), new("network", row.Cell.Network.Name, DesignPath.Of(row.Cell.Network))],
                    Evidence = [.. low.Take(30).Select(s => $"{s.Name}: MTU {s.Mtu}")],
                    Fixes =
                    [
                        new($"Document {(low.Count == 1 ? low[0].Name : $"{low.Count} devices and ports")} with 9000", CatalogueEdits: [.. low.Select(s => new CatalogueEdit.SetPortField(s.Device, s.Port, "mtu", "9000"))]),
                        new("Lower the MTU of guests", Manual: $"Give guest networks an MTU of {low.Min(s => s.Mtu) - Overhead} on the cloud; every image has to take it over from DHCP."),
                    ],
                };
            var unknown = steps.Where(s => s.Mtu is null).ToList();
            if (unknown.Count > 0)
                yield return Unverified(row.Cell.Path, $"{row.Cell.Network.Name} isolates guests by VXLAN, which needs {GuestMtu + Overhead} bytes; the MTU of {List(unknown.Select(s => s.Name))} is not documented.") with { Objects = [.. unknown.Select(s => new ObjectRef("port", s.Name, s.Path))] };
        }
    }
}
