using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6201.</summary>
internal sealed class MtuMustNotShrinkAlongThePath : Rule
{
    public override string Id => "CNP6201";
    public override string Title => "MTU must not shrink along the path";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "A packet larger than the smallest step is lost without a word: small ones pass, pings work, and a copy of a template hangs. Inside the host a bridge must not be larger than its bond, nor the bond than its NICs; the switch port must carry what the host sends. A host without a documented value sends 1500.";
    public override string Rejected => "bond1 9000, sw-b1 Eth1/7 1500.";
    public override string Accepted => "bond1 9000, switch ports 9216.";
    public override string Cure => "Raise the MTU of the switch port, or lower that of the host.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var unknown = new List<LabelLeg>();
        foreach (var leg in facts.Legs)
        {
            foreach (var (upper, lower) in Steps(leg).Where(s => s.Upper.Mtu > (s.Lower.Mtu ?? s.Upper.Mtu)))
                yield return Found(CataloguePath.Of(leg.Host.Device!, lower, "mtu"), $"{leg.Host.Name}: {upper.Name} has MTU {upper.Mtu}, {lower.Name} below it only {lower.Mtu}.") with
                {
                    Objects = [leg.Host.Reference],
                    Fixes = [new($"Document {leg.Host.Name} {lower.Name} with {upper.Mtu}", CatalogueEdits: [new CatalogueEdit.SetPortField(leg.Host.Device!.Name, lower.Name, "mtu", $"{upper.Mtu}")])],
                };
            if (leg.Path.End is not { } end || end.Device.LogicalHost is not null)
                continue;
            var needed = leg.Uplink.Mtu ?? leg.Port.Mtu ?? 1500;
            var lag = facts.Catalogue.Port(end.Port.BondId);
            if ((end.Port.Mtu ?? lag?.Mtu) is not { } carried)
            {
                // Every switch carries 1500; only larger frames need a documented value.
                if (needed > 1500)
                    unknown.Add(leg);
            }
            else if (carried < needed)
                yield return Found(CataloguePath.Of(end.Device, end.Port, "mtu"), $"{leg.Path.ToDisplay()} carries {carried} bytes, but {leg.Host.Name} {leg.Uplink.Name} sends up to {needed}.") with
                {
                    Objects = [leg.Host.Reference, new("port", facts.Catalogue.NameOf(end.Port), CataloguePath.Of(end.Device, end.Port, "mtu"))],
                    Subjects = [leg.Subject],
                    Fixes = [new($"Document {end.Device.Name} {end.Port.Name} with 9216", CatalogueEdits: [new CatalogueEdit.SetPortField(end.Device.Name, end.Port.Name, "mtu", "9216")])],
                };
        }
        if (unknown.Count > 0)
            yield return Unverified("", $"{List(unknown.Select(l => $"{l.Host.Name} {l.Uplink.Name}"))} {(unknown.Select(l => l.Uplink.Id).Distinct().Count() == 1 ? "sends" : "send")} frames above 1500 bytes; the MTU of {Count(unknown.Count, "switch port")} such as {facts.Catalogue.NameOf(unknown[0].Path.End!.Port)} is not documented.") with
            {
                Objects = [.. unknown.Select(l => l.Host.Reference).Distinct()],
                Subjects = [.. unknown.Select(l => l.Subject)],
            };
    }

    private static IEnumerable<(Interface Upper, Interface Lower)> Steps(LabelLeg leg)
    {
        if (leg.Uplink.Id != leg.Port.Id)
            yield return (leg.Uplink, leg.Port);
        foreach (var use in leg.Uses.Select(u => u.Resolution).DistinctBy(r => r.Label))
        {
            if (use.Uplink is null || use.Target is null)
                continue;
            if (use.VlanBelow is { } vlan)
                yield return (vlan, use.Uplink);
            if (use.Target.Kind == InterfaceKind.Bridge && (use.VlanBelow ?? use.Uplink) is { } below && below.Id != use.Target.Id)
                yield return (use.Target, below);
        }
    }
}
