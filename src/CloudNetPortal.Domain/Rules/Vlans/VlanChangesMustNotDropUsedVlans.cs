using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5010.</summary>
internal sealed class VlanChangesMustNotDropUsedVlans : Rule
{
    internal static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public override string Id => "CNP5010";
    public override string Title => "VLAN changes must not drop used VLANs";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a network runs on a dropped VLAN"),
        new("b", Error, Error, Meaning: "a dropped VLAN is kept for somebody"),
        new("c", Error, Error, Meaning: "the new set is empty"),
        new("d", Warning, Advice, Meaning: "free VLANs are dropped"),
    ];
    public override string Team => "network";
    public override string Why => "CloudStack replaces the whole set: what is not sent again is gone. It refuses to drop a VLAN a network runs on; a dedicated one it drops together with the dedication (seen on 4.23), and the empty text removes all of them.";
    public override string Rejected => "The cloud has 500–599, the design 500-549, and VLAN 560 is in use.";
    public override string Accepted => "The design has 500-699.";
    public override string Cure => "Keep the VLANs that are in use (one click).";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Networks | Reads.GuestVlans | Reads.Cloud | Reads.Clock | Reads.Zone;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Input.LiveVlans is not { } live)
        {
            if (facts.Input.Cloud?.ZoneNames.Contains(facts.Design.Name, StringComparer.OrdinalIgnoreCase) == true)
                yield return Unverified("physicalNetworks", $"Zone {facts.Design.Name} is on the cloud; which guest VLANs it has and which of them are in use was not read. Read the cloud to see what a change would drop.", "a");
            yield break;
        }
        var asOf = facts.Input.Now - live.ReadAt > Fresh ? $" (as of {live.ReadAt:yyyy-MM-dd HH:mm})" : "";
        var found = false;
        foreach (var network in facts.Design.PhysicalNetworks)
        {
            if (live.Networks.Where(n => n.Name == network.Name).ToList() is not [var now] || now.Set.IsEmpty
                || !VlanSet.TryParse(network.GuestVlans, out var planned, out _, CellSets.HighestId(network)) || now.Set.Except(planned) is not { IsEmpty: false } dropped)
                continue;
            found = true;
            var path = DesignPath.Of(network, "guestVlans");
            var uses = now.Uses.Where(u => u.Vlans.Overlaps(dropped)).ToList();
            var keep = uses.Aggregate(planned, (all, use) => all.Union(use.Vlans.Intersect(dropped)));
            var fixes = new List<Fix> { Set($"Keep all: {now.Set.Union(planned).ToDisplay()}", path, network.GuestVlans, now.Set.Union(planned).ToString()) };
            if (uses.Count > 0 && !planned.IsEmpty)
                fixes.Insert(0, Set($"Keep those in use: {keep.ToDisplay()}", path, network.GuestVlans, keep.ToString()));
            var (letter, message) = planned.IsEmpty ? ("c", $"{network.Name} has no guest VLANs in the design; all of the cloud's ({now.Set.ToDisplay()}) would be removed{asOf}.")
                : uses.Find(u => !u.IsDedicated) is not null ? ("a", $"The design drops VLANs {dropped.ToDisplay()} of {network.Name}; {Held(uses, dropped, false)}{asOf}.")
                : uses.Count > 0 ? ("b", $"The design drops VLANs {dropped.ToDisplay()} of {network.Name}; {Held(uses, dropped, true)}{asOf}.")
                : ("d", $"The design drops VLANs {dropped.ToDisplay()} of {network.Name}, which nobody uses{asOf}.");
            yield return Found(path, message, letter) with
            {
                Objects = [new("network", network.Name, path), new("vlan", dropped.ToDisplay(), path)],
                Evidence = [$"on the cloud: {now.Set.ToDisplay()}", $"in the design: {planned.ToDisplay()}", $"read {live.ReadAt:yyyy-MM-dd HH:mm}", .. uses.Take(20).Select(u => $"{u.By}: {u.Vlans.ToDisplay()}")],
                Fixes = fixes,
            };
        }
        if (!found && asOf.Length > 0 && facts.Design.PhysicalNetworks.Exists(n => live.Networks.Any(l => l.Name == n.Name)))
            yield return Unverified("physicalNetworks", $"No used VLAN was dropped when the cloud was read on {live.ReadAt:yyyy-MM-dd HH:mm}, more than an hour ago. Read it again.", "a");
    }

    private static string Held(List<LiveVlans.Use> uses, VlanSet dropped, bool dedicated) =>
        List(uses.Where(u => u.IsDedicated == dedicated).Select(u => $"{u.Vlans.Intersect(dropped).ToDisplay()} {(dedicated ? "is kept for" : "is in use by")} {u.By}"));
}
