using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4012.</summary>
internal sealed class GatewaysMustMatchTheCatalogue : Rule
{
    public override string Id => "CNP4012";
    public override string Title => "Gateways must match the catalogue";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Warning, Advice, Meaning: "gateway or netmask differ from the documented subnet"),
        new("b", Warning, Advice, Meaning: "no router has the gateway"),
        new("c", Warning, Advice, Meaning: "the subnet or its gateway is not documented"),
        new("d", Advice, Advice, Meaning: "another VLAN than documented for the subnet"),
    ];
    public override string Team => "network";
    public override string Why => "System VMs and routers take the gateway of their range as their way out. One that differs from the network's own gateway works for nobody, or only for half of the traffic; a range on another VLAN than its subnet meets no gateway at all.";
    public override string Rejected => "Pod gateway 192.168.10.1, the documented gateway of 192.168.10.0/24 is 192.168.10.2.";
    public override string Accepted => "Both 192.168.10.1, an address of sw-a1.";
    public override string Cure => "Take the documented gateway (one click). A default gateway that a host itself was seen with belongs to the documented subnet: document it there and the comparison follows.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => (Reads.Addresses | Reads.HostFacts | Reads.Zone | Reads.Storage) & ~(Reads.PortVlans | Reads.Cables | Reads.Places | Reads.Neighbours);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var undocumented = new List<string>();
        // A gateway that fits not even its own range is told by the rule for that.
        foreach (var group in facts.Addresses.Where(a => a is { Gateway: not null, Subnet: { } subnet } && (a.Range is not { } range || subnet.Contains(range.Start))).GroupBy(a => (Path: a.Kind == "management" ? DesignPath.Of(a.Pod!) : a.Path, a.GatewayText, a.NetmaskText)))
        {
            var claim = group.First();
            var (gateway, subnet, of) = (claim.Gateway!.Value, claim.Subnet!.Value, claim.Kind == "management" ? $"pod {claim.Pod!.Name}" : $"the {claim.Title}");
            var prefix = DocumentedPrefix.Of(facts, claim);
            if (prefix is null || DocumentedPrefix.GatewayOf(prefix) is not { } documented)
            {
                undocumented.Add($"{subnet}");
                // A block without gateway and VLAN that is larger than the range's subnet only holds it, such as 10.0.0.0/8.
                if (prefix is null || (prefix.VlanId is null && prefix.Network.PrefixLength < subnet.PrefixLength))
                    continue;
                documented = gateway;
            }
            var home = DocumentedPrefix.SubnetOf(prefix);
            foreach (var tagged in group.Where(a => a.Kind != "management" && CellSets.VlanOf(a.VlanText) is { } vlan && prefix.VlanId is { } known && vlan != known))
                yield return Found($"{tagged.Path}/vlan", $"The {tagged.Title} is on VLAN {CellSets.VlanOf(tagged.VlanText)}, documented for {home} is VLAN {prefix.VlanId}.", "d") with { Objects = [tagged.Reference], Fixes = [Set($"Use VLAN {prefix.VlanId}", $"{tagged.Path}/vlan", tagged.VlanText, $"{prefix.VlanId}")] };
            if (documented != gateway || home.PrefixLength != subnet.PrefixLength)
            {
                yield return Found($"{group.Key.Path}/{(documented != gateway ? "gateway" : "netmask")}", $"The {(documented != gateway ? $"gateway of {of} is {gateway}, documented for {home} is {documented}" : $"netmask of {of} makes its subnet {subnet}, documented is {home}")}.", "a") with
                {
                    Objects = [claim.Reference], Subjects = [claim.Path],
                    Fixes = [new($"Use {(documented != gateway ? $"{documented}" : home.Netmask)}", [.. new[] { ("gateway", claim.GatewayText, documented.ToString()), ("netmask", claim.NetmaskText, home.Netmask) }.Where(f => f.Item2 != f.Item3).Select(f => FieldEdit.Text($"{group.Key.Path}/{f.Item1}", f.Item2, f.Item3))])],
                };
                continue;
            }
            // Only where routers are documented with addresses of the subnet does a missing one say something.
            var routers = UsedBetween.Of(facts.UsedAddresses, subnet.Range).Where(u => CataloguePath.Read(u.Reference.Path) is { } place && facts.Catalogue.Device(place.Device)?.Role is DeviceRoles.Router or DeviceRoles.Switch).ToList();
            if (routers.Count > 0 && !routers.Exists(r => r.Address == gateway))
                yield return Found($"{group.Key.Path}/gateway", $"No router has {gateway}, the gateway of {of}; in {subnet} there {(routers.Count == 1 ? "is" : "are")} {List(routers.Select(r => $"{r.Address} of {r.Owner}"))}.", "b") with
                {
                    Objects = [claim.Reference, .. routers.Select(r => r.Reference)], Fixes = routers.Count == 1 ? [Set($"Use {routers[0].Address}", $"{group.Key.Path}/gateway", claim.GatewayText, routers[0].Address.ToString())] : [],
                };
        }
        if (undocumented.Count > 0)
            yield return Unverified("", $"{List(undocumented)}: no gateway is documented, so {(undocumented.Count == 1 ? "that of the range was" : "those of the ranges were")} not compared. Document the {(undocumented.Distinct().Count() == 1 ? "subnet" : "subnets")} with gateway and VLAN.", "c");
    }
}
