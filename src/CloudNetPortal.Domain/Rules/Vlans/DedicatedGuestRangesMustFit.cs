using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5009.</summary>
internal sealed class DedicatedGuestRangesMustFit : Rule
{
    public override string Id => "CNP5009";
    public override string Title => "Dedicated guest ranges must fit";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "The server looks a dedication up in one run of the guest VLANs: one that reaches over a gap, names a VLAN the network does not have, or a VLAN another account has, is refused, and that in the middle of the push. It compares dedications over all zones.";
    public override string Rejected => "guest-a 500-549,551-599; dedicate 540-560.";
    public override string Accepted => "Dedicate 551-560.";
    public override string Cure => "Cut the dedication to one run (one click), or fill the gap in the guest VLANs.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Networks | Reads.GuestVlans | Reads.Cloud | Reads.OtherZones | Reads.Clock | Reads.Zone;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var taken = facts.Input.OtherZones.SelectMany(z => z.PhysicalNetworks.SelectMany(n => n.VlanDedications.Select(d => (Set: Read(d, n), Owner: $"{Words(d.Owner)} in zone {z.Name}")))).ToList();
        foreach (var network in facts.Design.PhysicalNetworks)
        {
            var set = CellSets.GuestSet(network);
            var live = facts.Input.LiveVlans?.Networks.Where(n => n.Name == network.Name).ToList() is [var only] ? only : null;
            foreach (var dedication in network.VlanDedications)
            {
                var path = DesignPath.Of(network, $"vlanDedications/{dedication.Id}/vlans");
                var vlans = Read(dedication, network);
                if (Problem(network, set, dedication, vlans) is { } problem)
                {
                    var fitting = vlans.Intersect(set).Ranges.OrderByDescending(r => r.Count).Select(r => (VlanRange?)r).FirstOrDefault();
                    yield return Found(path, $"{problem}") with
                    {
                        Objects = [new("network", network.Name, DesignPath.Of(network, "guestVlans")), new("vlan", dedication.Vlans, path)],
                        Evidence = [$"{network.Name}: {set.ToDisplay()}", $"dedicated to {Words(dedication.Owner)}: {dedication.Vlans}"],
                        Fixes = fitting is { } run && UsesVlansOrVnis(network) ? [Set($"Dedicate {run.ToDisplay()}", path, dedication.Vlans, run.ToString())] : [],
                    };
                }
                else if (live?.Uses.FirstOrDefault(u => u.Vlans.Overlaps(vlans) && !(u.Account.Length > 0 && u.Account == dedication.Owner.Account)
                    && !(u.IsDedicated && u.Account.Length == 0 && string.IsNullOrEmpty(dedication.Owner.Account))) is { } use)
                    yield return Found(path, $"VLANs {use.Vlans.Intersect(vlans).ToDisplay()} of the range kept for {Words(dedication.Owner)} belong to {use.By} (as of {facts.Input.LiveVlans!.ReadAt:yyyy-MM-dd HH:mm}).") with { Objects = [new("vlan", dedication.Vlans, path)] };
                foreach (var (other, owner) in taken.Where(t => t.Set.Overlaps(vlans)))
                    yield return Found(path, $"VLANs {other.Intersect(vlans).ToDisplay()} are kept for {Words(dedication.Owner)} and for {owner}.") with { Objects = [new("vlan", dedication.Vlans, path)] };
                // Numbers of one physical network are not those of another, but the server compares them all.
                taken.Add((vlans, $"{Words(dedication.Owner)} on {network.Name}"));
            }
        }
        var kept = facts.Design.PhysicalNetworks.SelectMany(n => n.VlanDedications.Select(d => (Network: n, Dedication: d))).ToList();
        var isThere = facts.Input.Cloud?.ZoneNames.Contains(facts.Design.Name, StringComparer.OrdinalIgnoreCase) == true;
        if (kept.Count > 0 && (facts.Input.LiveVlans is { } read ? facts.Input.Now - read.ReadAt > VlanChangesMustNotDropUsedVlans.Fresh : isThere))
            yield return Unverified(DesignPath.Of(kept[0].Network, $"vlanDedications/{kept[0].Dedication.Id}/vlans"), $"Whether another account has VLANs of {List(kept.Select(k => k.Dedication.Vlans))} is not known: {(facts.Input.LiveVlans is { } old ? $"nobody had on {old.ReadAt:yyyy-MM-dd HH:mm}, more than an hour ago" : $"which VLANs of zone {facts.Design.Name} are in use was not read")}. Read the cloud.") with
            {
                Objects = [.. kept.Select(k => new ObjectRef("vlan", k.Dedication.Vlans, DesignPath.Of(k.Network, $"vlanDedications/{k.Dedication.Id}/vlans")))],
            };
    }

    private static string? Problem(PhysicalNetwork network, VlanSet set, VlanDedication dedication, VlanSet vlans)
    {
        if (!UsesVlansOrVnis(network))
            return $"{network.Name} is isolated by {string.Join(", ", network.IsolationMethods)}; only VLANs and VXLAN identifiers can be dedicated.";
        if (vlans.Ranges.Length != 1 || dedication.Vlans.Trim().Count(c => c == '-') != 1)
            return vlans.Ranges.Length == 1 && vlans.Count == 1
                ? $"“{dedication.Vlans}” must be written with both ends: {vlans}."
                : $"“{dedication.Vlans}” is not one run of VLANs such as 550-559.";
        if (set.ContainsAll(vlans) && set.Ranges.Any(r => r.First <= vlans.Ranges[0].First && vlans.Ranges[0].Last <= r.Last))
            return null;
        var lacking = vlans.Except(set);
        return $"{vlans.ToDisplay()}, kept for {Words(dedication.Owner)}, is not inside one run of {network.Name} ({set.ToDisplay()}): {lacking.ToDisplay()} {(lacking.Count > 1 ? "are" : "is")} not there.";
    }

    private static bool UsesVlansOrVnis(PhysicalNetwork network) => CellSets.UsesVlans(network) || network.IsolationMethods.Exists(m => string.Equals(m.Trim(), "VXLAN", StringComparison.OrdinalIgnoreCase));

    private static VlanSet Read(VlanDedication dedication, PhysicalNetwork network) => VlanSet.TryParse(dedication.Vlans, out var set, out _, CellSets.HighestId(network)) ? set : VlanSet.Empty;

    private static string Words(Owner owner) => owner.Account is { Length: > 0 } account ? $"account {account}" : owner.Project is { Length: > 0 } project ? $"project {project}" : $"domain {owner.Domain}";
}
