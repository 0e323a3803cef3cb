using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6003.</summary>
internal sealed partial class LinkSpeedsMustMatch : Rule
{
    public override string Id => "CNP6003";
    public override string Title => "Link speeds must match";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "the two ports of a link"), new("b", Error, Warning, Meaning: "the legs of a bond")];
    public override string Team => "network";
    public override string Why => "Ports of unlike speed do not come up, or come up at a speed nobody planned; a bond of unlike legs drops the slower one (802.3ad) or is as fast as luck has it. A port is held to the speed that is documented for it, and to its form factor where there is none: a cage may run slower than it could.";
    public override string Rejected => "A 1G NIC on a 40G port; a bond of 10G and 25G.";
    public override string Accepted => "25G on 25G, two legs alike; a 100G port broken out to four NICs of 25G.";
    public override string Cure => "Move the cable to a port of that speed, or correct the documented speed.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue | RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var leg in facts.Legs)
        {
            if (leg.Path.End is not { } end || !SwitchFabric.Forwards(end.Device) || Problem(leg.Port, end.Port, leg.Path) is not { } problem)
                continue;
            yield return Found(CataloguePath.Of(leg.Host.Device!, leg.Port, "speedMbps"), $"{leg.Path.ToDisplay()}: {problem}.", "a") with
            {
                Objects = [leg.Host.Reference, new("nic", $"{leg.Host.Name} {leg.Port.Name}", CataloguePath.Of(leg.Host.Device!, leg.Port)), new("port", facts.Catalogue.NameOf(end.Port), CataloguePath.Of(end.Device, end.Port))],
                Like = problem,
                Evidence = [leg.Path.ToDisplay(), $"{leg.Port.Name}: {Says(leg.Port)}", $"{facts.Catalogue.NameOf(end.Port)}: {Says(end.Port)}"],
                Subjects = [leg.Subject],
                Fixes = [.. Fix.Choose("Choose another port", FreePorts.Move(facts, leg.Path, end.Device, leg.Port.SpeedMbps ?? Capacity(leg.Port))), new("Move the cable", Manual: $"Move {leg.Host.Name} {leg.Port.Name} to a port of {end.Device.Name} that runs at {Words(leg.Port.SpeedMbps ?? Capacity(leg.Port) ?? 0)}, or document the speed the link really has.")],
            };
        }
        foreach (var bond in facts.Legs.Where(l => l.Uplink.Kind == InterfaceKind.Bond).GroupBy(l => l.Uplink.Id))
        {
            var speeds = bond.Select(l => (Leg: l, Speed: l.Port.SpeedMbps ?? Capacity(l.Port))).Where(s => s.Speed is not null).ToList();
            if (speeds.Select(s => s.Speed).Distinct().Count() < 2)
                continue;
            var (host, uplink) = (bond.First().Host, bond.First().Uplink);
            yield return Found(CataloguePath.Of(host.Device!, uplink, "bond"), $"The legs of {host.Name} {uplink.Name} have unlike speeds: {List(speeds.Select(s => $"{s.Leg.Port.Name} {Words(s.Speed!.Value)}"))}.", "b") with
            {
                Objects = [host.Reference, .. bond.Select(l => new ObjectRef("nic", $"{host.Name} {l.Port.Name}", CataloguePath.Of(host.Device!, l.Port)))],
                Like = string.Join(' ', speeds.Select(s => $"{s.Leg.Port.Name} {s.Speed}").Prepend(uplink.Name)),
                Evidence = [.. bond.Select(l => $"{host.Name} {l.Port.Name}: {Says(l.Port)}")],
                Subjects = [$"bond:{uplink.Id}"],
                Fixes = [new("Take NICs of one speed", Manual: $"Build {uplink.Name} of {host.Name} from NICs of one speed.")],
            };
        }
    }

    private static string? Problem(Interface nic, Interface port, CablePath path)
    {
        if (nic.SpeedMbps is not null && nic.SpeedMbps == port.SpeedMbps)
            return null;
        var lanes = Lanes(path);
        var (a, b) = (nic.SpeedMbps, port.SpeedMbps / (port.SpeedMbps > nic.SpeedMbps ? lanes : 1));
        if (a is not null && b is not null)
            return a == b ? null : $"the NIC runs at {Words(a.Value)}, the switch port at {Words(b.Value)}{(lanes > 1 ? " per lane" : "")}";
        if (a is { } known && Capacity(port) is { } most && known > most)
            return $"the NIC runs at {Words(known)}, the switch port is built for {Words(most)} ({port.Connector})";
        if (b is { } set && Capacity(nic) is { } limit && set > limit)
            return $"the switch port runs at {Words(set)}, the NIC is built for {Words(limit)} ({nic.Connector})";
        return null;
    }

    // Ends on the other side of a breakout share the port's speed.
    private static int Lanes(CablePath path) => path.Cables.Select(c => c.Ends.GroupBy(e => e.Side).Max(g => g.Count())).DefaultIfEmpty(1).Max();

    // What a form factor in NetBox's words can do: 25gbase-x-sfp28, 1000base-t.
    private static int? Capacity(Interface port) => port.Connector is { } connector && Form().Match(connector) is { Success: true } form
        ? int.Parse(form.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (form.Groups["giga"].Success ? 1000 : 1)
        : null;

    private static string Says(Interface port) => port.SpeedMbps is { } speed ? Words(speed) : port.Connector is { } connector ? $"{connector}, no speed documented" : "no speed documented";

    private static string Words(int mbps) => mbps % 1000 == 0 ? $"{mbps / 1000} Gbit/s" : $"{mbps} Mbit/s";

    [GeneratedRegex(@"^(?<number>\d{1,4})(?<giga>g)?base-", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
