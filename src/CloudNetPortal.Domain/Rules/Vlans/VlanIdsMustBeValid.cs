using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5001.</summary>
internal sealed class VlanIdsMustBeValid : Rule
{
    public override string Id => "CNP5001";
    public override string Title => "VLAN ids must be valid";
    public override IReadOnlyList<RuleCase> Cases { get; } = 
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "guest VLANs the server cannot read"),
        new("b", Advice, Advice, Meaning: "VLAN 1, the default of most switches"),
        new("c", Error, Error, Meaning: "what the server takes: 0 and 4095, any text as VLAN of addresses"),
    ];
    public override string Team => "network";
    public override string Why => "A wire carries VLANs 1–4094. CloudStack takes 0 and 4095 into guest sets and any text at all as VLAN of a public range; the first network that gets such a VLAN fails on the host.";
    public override string Rejected => "Public VLAN “100-101”; guest VLANs 4095-4095.";
    public override string Accepted => "Public VLAN 100; guest VLANs 500-599.";
    public override string Cure => "Write one id for a range of addresses, and ids or runs such as 100-199,300 for guest VLANs.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Networks | Reads.GuestVlans | Reads.Addresses | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var network in facts.Design.PhysicalNetworks)
        {
            var path = DesignPath.Of(network, "guestVlans");
            if (!VlanSet.TryParse(network.GuestVlans, out var set, out var problem, CellSets.HighestId(network)))
                yield return Found(path, $"Guest VLANs of {network.Name}: {problem}", IsTaken(network.GuestVlans!) ? "c" : "a") with { Objects = [new("network", network.Name, path)], Fixes = [Fix.Ask("Write them anew", CellSets.UsesVlans(network) ? "Guest VLANs" : "Identifiers", path, network.GuestVlans, network.GuestVlans ?? "", "Ranges of ascending numbers, such as 100-199,300-349.")] };
            else if (CellSets.UsesVlans(network) && set.Contains(1))
                yield return Found(path, $"Guest VLANs of {network.Name} contain VLAN 1, which most switches use for whatever has no VLAN.", "b") with { Fixes = [Set("Take VLAN 1 out", path, network.GuestVlans, set.Except(VlanSet.Of(1)).ToString())] };
        }
        // A public or shared network over VXLAN is told apart by one VNI.
        bool TakesVni(string kind) => kind is "public" or "shared guest" && facts.Design.PhysicalNetworks.Exists(n => n.Traffic(kind == "public" ? "Public" : "Guest") is not null && !CellSets.UsesVlans(n));
        foreach (var claim in facts.Addresses.Where(a => a.Kind is not ("management" or "guest") && !CellSets.IsUntagged(a.VlanText)))
        {
            if (CellSets.VlanOf(claim.VlanText) is { } id)
            {
                // It is sent as typed, and CloudStack compares text: 0100 and 100 are two VLANs to it.
                if ($"{id}" is var plain && !string.Equals(claim.VlanText!.Trim().Replace("vlan://", "", StringComparison.OrdinalIgnoreCase), plain, StringComparison.Ordinal))
                    yield return Found($"{claim.Path}/vlan", $"“{claim.VlanText}” in the {claim.Title} is VLAN {id} written so that CloudStack takes it for another one.", "c") with { Objects = [claim.Reference], Fixes = [Set($"Use {plain}", $"{claim.Path}/vlan", claim.VlanText, plain)] };
                if (id == 1)
                    yield return Found($"{claim.Path}/vlan", $"The {claim.Title} uses VLAN 1, which most switches use for whatever has no VLAN.", "b");
            }
            else if (!(TakesVni(claim.Kind) && claim.VlanText!.Replace("vxlan://", "", StringComparison.Ordinal) is { Length: <= 8 } vni && vni.Length > 0 && vni.All(char.IsAsciiDigit) && int.Parse(vni, CultureInfo.InvariantCulture) is >= 1 and <= 16777214))
                yield return Found($"{claim.Path}/vlan", $"“{claim.VlanText}” in the {claim.Title} is not one VLAN of 1–4094.", "c") with
                {
                    Objects = [claim.Reference],
                    Fixes = CellSets.VlanOf(claim.VlanText!.Trim()) is { } trimmed ? [Set($"Use {trimmed}", $"{claim.Path}/vlan", claim.VlanText, $"{trimmed}")] : [.. Fix.Choose("Choose a VLAN", [.. FreeVlans.Single(facts, 5, v => [FieldEdit.Text($"{claim.Path}/vlan", claim.VlanText, $"{v}")]), Fix.Ask("Another", "VLAN", $"{claim.Path}/vlan", claim.VlanText)])],
                };
        }
        foreach (var guest in facts.Design.GuestNetworks.Where(g => string.IsNullOrEmpty(g.StartIp) && !CellSets.IsUntagged(g.Vlan) && CellSets.VlanOf(g.Vlan) is null))
            yield return Found(DesignPath.Of(guest, "vlan"), $"“{guest.Vlan}” of network {guest.Name} is not one VLAN of 1–4094.", "c") with { Objects = [new("network", guest.Name, DesignPath.Of(guest, "vlan"))] };
    }

    // The server reads numbers of 0–4095 whose ends stand in order.
    private static bool IsTaken(string text) => text.Split(',').All(part => part.Trim().Split('-') is { Length: 1 or 2 } ends && ends.All(e => e.Length is > 0 and <= 4 && e.All(char.IsAsciiDigit))
        && int.Parse(ends[0], CultureInfo.InvariantCulture) is var first && int.Parse(ends[^1], CultureInfo.InvariantCulture) is var last && first <= last && last <= 4095);
}
