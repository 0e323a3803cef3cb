using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Vlans;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6101.</summary>
internal sealed class LacpMustMatchOnBothEnds : Rule
{
    public override string Id => "CNP6101";
    public override string Title => "LACP must match on both ends";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "A bond with LACP against ports without it uses one leg or none; a static bond against single ports loops or loses frames. Neither the host nor CloudStack says so: part of the traffic disappears.";
    public override string Rejected => "bond1 speaks 802.3ad, sw-b1 Eth1/7 is in no LAG.";
    public override string Accepted => "bond1 speaks 802.3ad, Po7 is a LAG with LACP.";
    public override string Cure => "Make a LAG of the ports on the switch, or take a bond mode that needs none (active-backup).";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortMtu | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var unknown = new List<BondEnds>();
        foreach (var bond in facts.Bonds)
        {
            if (bond.Bond.BondMode is not { } mode || bond.Legs.Any(l => !BondEnds.IsDescribed(l.Path.End!.Device)))
            {
                unknown.Add(bond);
                continue;
            }
            // A LAG of which nobody said whether it speaks LACP is not taken for a good one.
            if (BondEnds.NeedsLag(mode) && bond.Legs.Any(l => facts.Catalogue.Port(l.Path.End!.Port.BondId) is { BondMode: null }))
                unknown.Add(bond);
            foreach (var leg in bond.Legs)
            {
                var end = leg.Path.End!;
                var lag = facts.Catalogue.Port(end.Port.BondId);
                var problem = (BondEnds.NeedsLag(mode), lag) switch
                {
                    (true, null) => $"{end.Device.Name} {end.Port.Name} is in no LAG",
                    // A switch that is a Linux box says its static LAGs in the words of the bonding driver.
                    (true, { BondMode: not (null or BondMode.Lacp) }) when mode == BondMode.Lacp => $"{end.Device.Name} {lag!.Name} is a static LAG",
                    (true, { BondMode: BondMode.Lacp }) when mode != BondMode.Lacp => $"{end.Device.Name} {lag!.Name} asks for LACP",
                    (false, not null) => $"{end.Device.Name} {end.Port.Name} is in LAG {lag!.Name}",
                    // What is documented fits; what was seen does not.
                    (true, _) when mode == BondMode.Lacp && BondEnds.IsAlive(leg) && leg.Port.MemberState == MemberState.NoPartner => $"nobody answered {leg.Port.Name} when {bond.Host.Name} was read",
                    (true, { BondMode: BondMode.Lacp }) when BondEnds.IsAlive(leg) && end.Port.MemberState == MemberState.NoPartner => $"nobody answered {end.Device.Name} {end.Port.Name} when {end.Device.Name} was read",
                    (true, not null) when BondEnds.IsAlive(leg) && end.Port.MemberState == MemberState.Suspended => $"{end.Device.Name} kept {end.Port.Name} out of {lag!.Name} when it was read",
                    _ => null,
                };
                if (problem is not null)
                    yield return Found(CataloguePath.Of(end.Device, end.Port, "bond"), $"{bond.Name} {(mode == BondMode.Lacp ? "speaks 802.3ad (LACP)" : $"is {Words(mode)}, which needs {(BondEnds.NeedsLag(mode) ? "a static" : "no")} LAG")}, but {problem} ({leg.Path.ToDisplay()}).") with
                    {
                        Objects = [bond.Host.Reference, new("port", facts.Catalogue.NameOf(end.Port), CataloguePath.Of(end.Device, end.Port))],
                        Subjects = [leg.Subject],
                        Like = $"{bond.Bond.Name} {mode} {(lag is null ? "none" : $"{lag.BondMode}")} {leg.Port.MemberState} {end.Port.MemberState}",
                        Evidence = [leg.Path.ToDisplay()],
                        Fixes = [Document(facts, bond, end, mode), new($"Set up {end.Device.Name}", Manual: BondEnds.NeedsLag(mode) ? $"On {end.Device.Name}: put {end.Port.Name} into a LAG with {(mode == BondMode.Lacp ? "LACP active" : "no protocol (static)")} together with the other leg of {bond.Name}." : $"On {end.Device.Name}: take {end.Port.Name} out of {lag!.Name}.")],
                    };
            }
        }
        if (unknown.Count > 0)
            yield return Unverified("", $"Whether {List(unknown.Select(b => b.Name))} {(unknown.Count == 1 ? "meets" : "meet")} a LAG of the right kind is not known: the bond mode or the set-up of {List(unknown.SelectMany(b => b.Legs).Select(l => l.Path.End!.Device.Name))} is not documented.{SwitchWords.Upload(unknown.SelectMany(b => b.Legs).Select(l => l.Path.End!.Device).Where(d => !BondEnds.IsDescribed(d)))}") with
            {
                Objects = [.. unknown.Select(b => b.Host.Reference).Distinct()],
                Subjects = [.. unknown.SelectMany(b => b.Legs).Select(l => l.Subject)],
            };
    }

    private static string Words(BondMode mode) => mode switch
    {
        BondMode.BalanceRoundRobin => "balance-rr", BondMode.ActiveBackup => "active-backup", BondMode.BalanceXor => "balance-xor", BondMode.Broadcast => "broadcast",
        BondMode.BalanceTlb => "balance-tlb", BondMode.BalanceAlb => "balance-alb", BondMode.BalanceSlb => "balance-slb", BondMode.Lacp => "802.3ad", _ => "static",
    };

    // The LAG another leg of the bond has on this switch, else one of its own; without LAG where the bond wants none.
    private static Fix Document(RuleFacts facts, BondEnds bond, CableHop end, BondMode mode)
    {
        if (!BondEnds.NeedsLag(mode))
            return new Fix($"Document {end.Device.Name} {end.Port.Name} without LAG", CatalogueEdits: [new CatalogueEdit.JoinLag(end.Device.Name, end.Port.Name, null, mode)]);
        var lag = (facts.Catalogue.Port(end.Port.BondId) ?? bond.Legs.Where(l => l.Path.End!.Device == end.Device).Select(l => facts.Catalogue.Port(l.Path.End!.Port.BondId)).FirstOrDefault(l => l is not null))?.Name ?? $"lag-{bond.Host.Name}-{bond.Bond.Name}";
        return new Fix($"Document {end.Device.Name} {end.Port.Name} in {lag} with {(mode == BondMode.Lacp ? "LACP" : "no protocol (static)")}", CatalogueEdits: [new CatalogueEdit.JoinLag(end.Device.Name, end.Port.Name, lag, mode == BondMode.Lacp ? BondMode.Lacp : BondMode.Static)]);
    }
}
