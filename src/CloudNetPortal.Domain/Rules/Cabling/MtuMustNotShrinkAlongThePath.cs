using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Vlans;
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
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~Reads.Surroundings;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var unknown = new List<LabelLeg>();
        foreach (var leg in facts.Legs)
        {
            foreach (var (upper, lower) in Steps(leg).Where(s => s.Upper.Mtu > (s.Lower.Mtu ?? s.Upper.Mtu)))
                yield return Found(CataloguePath.Of(leg.Host.Device!, lower, "mtu"), $"{leg.Host.Name}: {upper.Name} has MTU {upper.Mtu}, {lower.Name} below it only {lower.Mtu}.") with
                {
                    Objects = [leg.Host.Reference], Like = $"{upper.Name} {upper.Mtu} {lower.Name} {lower.Mtu}",
                    Fixes = [new($"Document {leg.Host.Name} {lower.Name} with {upper.Mtu}", CatalogueEdits: [new CatalogueEdit.SetPortField(leg.Host.Device!.Name, lower.Name, "mtu", $"{upper.Mtu}")])],
                };
            if (leg.Path.End is not { } end || end.Device.LogicalHost is not null)
                continue;
            var needed = leg.Uplink.Mtu ?? leg.Port.Mtu ?? 1500;
            var lag = facts.Catalogue.Port(end.Port.BondId);
            var place = PathMtu.Smaller(end.Port, lag);
            if ((place.Mtu ?? lag?.Mtu) is not { } carried)
            {
                // Every switch carries 1500; only larger frames need a documented value.
                if (needed > 1500)
                    unknown.Add(leg);
            }
            else if (carried < needed)
                yield return Found(CataloguePath.Of(end.Device, place, "mtu"), $"{leg.Path.ToDisplay()}{(place == lag ? $" ({lag.Name})" : "")} carries {carried} bytes, but {leg.Host.Name} {leg.Uplink.Name} sends up to {needed}.") with
                {
                    Objects = [leg.Host.Reference, new("port", facts.Catalogue.NameOf(place), CataloguePath.Of(end.Device, place, "mtu"))],
                    Subjects = [leg.Subject], Like = $"{carried} {needed} {leg.Uplink.Name}",
                    Fixes = [new($"Document {end.Device.Name} {place.Name} with 9216", CatalogueEdits: [new CatalogueEdit.SetPortField(end.Device.Name, place.Name, "mtu", "9216")])],
                };
        }
        foreach (var finding in BetweenSwitches(facts))
            yield return finding;
        if (unknown.Count > 0)
            yield return Unverified("", $"{List(unknown.Select(l => $"{l.Host.Name} {l.Uplink.Name}"))} {(unknown.Select(l => l.Uplink.Id).Distinct().Count() == 1 ? "sends" : "send")} frames above 1500 bytes; the MTU of {Count(unknown.Count, "switch port")} such as {facts.Catalogue.NameOf(unknown[0].Path.End!.Port)} is not documented.{SwitchWords.Upload(unknown.Select(l => l.Path.End!.Device))}") with
            {
                Objects = [.. unknown.Select(l => l.Host.Reference).Distinct()],
                Subjects = [.. unknown.Select(l => l.Subject)],
            };
    }

    // Frames above 1500 bytes have to pass the links between the switches as well.
    private IEnumerable<Finding> BetweenSwitches(RuleFacts facts)
    {
        // The underlay of VXLAN is CNP6202.
        foreach (var traffic in facts.TrafficPlaces.Where(p => !p.Cell.Is("Guest") || CellSets.UsesVlans(p.Cell.Network))
            .Select(p => (Place: p, Mtu: p.Resolution.Target?.Mtu ?? p.Resolution.HostTag?.Mtu ?? p.Legs[0].Uplink.Mtu ?? 1500)).Where(p => p.Mtu > 1500).GroupBy(p => p.Place.Cell.Traffic))
        {
            var (cell, mtu) = (traffic.First().Place.Cell, traffic.Max(p => p.Mtu));
            var legs = traffic.SelectMany(p => p.Place.Legs).ToList();
            var vlans = TrafficPlace.OnWires(traffic.Select(p => p.Place), facts);
            var ports = PathMtu.Between(legs, vlans, facts).SelectMany(l => PathMtu.OnLink(l, facts)).DistinctBy(p => p.Path).ToList();
            foreach (var port in ports.Where(p => p.Mtu < mtu))
                yield return Found(port.Path, $"{port.Name}, on the way between the switches, carries {port.Mtu} bytes, but {cell.Traffic.Type} of {List(traffic.Select(p => p.Place.Host.Name))} sends up to {mtu}.") with
                {
                    Objects = [new("port", port.Name, port.Path)],
                    Fixes = [new($"Document {port.Name} with 9216", CatalogueEdits: [new CatalogueEdit.SetPortField(port.Device, port.Port, "mtu", "9216")])],
                };
            if (ports.Exists(p => p.Mtu is null))
                yield return Unverified(cell.Path, $"{cell.Traffic.Type} sends frames of {mtu} bytes; the MTU of {List(ports.Where(p => p.Mtu is null).Select(p => p.Name))}, on the way between the switches, is not documented.");
        }
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
