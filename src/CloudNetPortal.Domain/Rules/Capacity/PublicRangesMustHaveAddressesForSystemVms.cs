using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Capacity;

/// <summary>CNP9002.</summary>
internal sealed class PublicRangesMustHaveAddressesForSystemVms : Rule
{
    public override string Id => "CNP9002";
    public override string Title => "Public ranges must have addresses for system VMs";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning), new("b", Warning, Advice, Meaning: "nothing left for networks")];
    public override string Team => "network";
    public override string Why => "The secondary storage VM and the console proxy reach the outside with a public address each (in a basic zone and with security groups with an address of the guest network), and every isolated network with source NAT takes one. Addresses kept for one account do not count.";
    public override string Rejected => "A public range of 10 addresses, all kept for account acme.";
    public override string Accepted => "10 kept for acme, 4 left for everybody.";
    public override string Cure => "Add a range that everybody may use.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses | Reads.Kind | Reads.Zone | Reads.Cloud | Reads.Networks | FreeAddresses.Reads;

    private const string Strict = "system.vm.public.ip.reservation.mode.strictness";

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or EdgeZone)
            yield break;
        var own = facts.Kind is AdvancedZone;
        var dedicated = facts.Design.PublicRanges.Where(r => r.DedicatedTo is not null).Select(r => Facts.DesignPath.Of(r)).ToHashSet();
        var kept = facts.Design.PublicRanges.Where(r => r.ForSystemVms).Select(r => Facts.DesignPath.Of(r)).ToHashSet();
        var claims = facts.Addresses.Where(a => own ? a.Kind == "public" && !dedicated.Contains(a.Path) : a.Kind is "guest" or "shared guest").ToList();
        // What cannot be read is told by the rule for that; it is not counted as missing here as well.
        if (claims.Exists(c => c.Range is null))
            yield break;
        var reserved = claims.Where(c => kept.Contains(c.Path)).Sum(c => c.Range!.Value.Count);
        var all = claims.Sum(c => c.Range!.Value.Count);
        // With the setting on, system VMs take no other addresses than those kept for them; networks never take those.
        var strict = own && string.Equals(facts.Setting(Strict), "true", StringComparison.OrdinalIgnoreCase);
        var count = strict ? reserved : all;
        var left = all - reserved - (strict ? 0 : Math.Max(0, 2 - reserved));
        var planned = own ? facts.Design.PhysicalNetworks.Sum(n => (long)(n.PlannedNetworks ?? 0)) : facts.Design.GuestNetworks.Count;
        var (path, kind) = own ? ("publicRanges", "public") : facts.Kind is BasicZone ? ("pods", "guest") : ("guestNetworks", "guest");
        if (count < 2)
            yield return Found(path, $"The zone has {(count == 0 ? $"no {kind} address" : Count((int)count, $"{kind} address"))} that {(strict ? $"is reserved for system VMs, which take no other because {Strict} is true" : "everybody may use")}{(dedicated.Count > 0 ? "; those kept for an account do not count" : "")}: the secondary storage VM and the console proxy need one each.", "a") with { Fixes = strict ? [] : [.. More(facts, claims, 2 - count)] };
        else if (own && planned > 0 && left < planned)
            yield return Found(path, $"The zone has {all} public addresses that everybody may use; {planned} networks are planned and each with source NAT takes one, beside the two of the system VMs{(reserved > 0 ? $" ({reserved} are kept for those)" : "")}.", "b") with { Fixes = [.. More(facts, claims, planned - left)] };
        else if (left < Math.Max(1, own ? 1 : planned))
            yield return Found(path, own || planned < 2 ? $"The zone has {all} {kind} addresses that everybody may use; {(all == 2 ? "both go" : "all of them go")} to system VMs and none is left for a network."
                : $"The zone has {all} {kind} addresses; two go to system VMs, and {planned} shared networks take one each for their router.", "b") with { Fixes = [.. More(facts, claims, Math.Max(1, own ? 1 : planned) - left)] };
    }

    // A range becomes longer while the addresses after it are free.
    private static IEnumerable<Fix> More(RuleFacts facts, List<AddressClaim> claims, long missing) => Fix.Choose("Choose a range to extend",
        from claim in claims
        where claim is { Range: not null, Subnet: not null }
        from more in new[] { missing, Math.Max(missing, 10), Math.Max(missing, 50) }.Distinct()
        let wanted = new Ipv4Range(claim.Range!.Value.End.Plus(1), claim.Range.Value.End.Plus(more))
        where wanted.End < claim.Subnet!.Value.Broadcast && !facts.UsedAddresses.Any(u => wanted.Contains(u.Address)) && !facts.Addresses.Any(a => a.Range is { } range && range.Overlaps(wanted) || a.Gateway is { } gateway && wanted.Contains(gateway))
        select new Fix($"{more} more: to {wanted.End}", [FieldEdit.Text($"{claim.Path}/endIp", claim.EndText, wanted.End.ToString())]) { Note = $"the {claim.Title}" });
}
