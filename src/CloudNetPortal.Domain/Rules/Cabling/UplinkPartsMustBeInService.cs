using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6002.</summary>
internal sealed class UplinkPartsMustBeInService : Rule
{
    public override string Id => "CNP6002";
    public override string Title => "Uplink parts must be in service";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "switched off, without link or failed"), new("b", Warning, Advice, Meaning: "only planned")];
    public override string Team => "network";
    public override string Why => "A port that is shut down or has no link, or a cable that is only planned, carries nothing on the day of the push, whatever its VLANs are.";
    public override string Rejected => "sw-b1 Eth1/7 is shut down.";
    public override string Accepted => "The port is enabled and the cable connected.";
    public override string Cure => "Enable the port (one click in the documentation), bring its link up, or tick off the work order when the cable is laid.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => Reads.Legs & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var leg in facts.Legs)
        {
            if (WithoutLink(facts, leg) is { } dead)
                yield return dead;
            var lag = leg.Path.End is { } last ? facts.Catalogue.Port(last.Port.BondId) : null;
            if (leg.Uplink.Enabled && lag?.Enabled != false && leg.Path.Hops.All(h => h.Port.Enabled))
                continue;
            var ports = leg.Path.Hops.Select(h => (h.Device, h.Port)).Append((Device: leg.Host.Device!, Port: leg.Uplink));
            if (lag is not null)
                ports = ports.Append((leg.Path.End!.Device, lag));
            foreach (var (device, port) in ports.Where(p => !p.Port.Enabled).DistinctBy(p => p.Port.Id))
                yield return Found(CataloguePath.Of(device, port, "enabled"), $"{facts.Catalogue.NameOf(port)} is shut down; {leg.Path.ToDisplay()} carries nothing.", "a") with
                {
                    Objects = [leg.Host.Reference, new("port", facts.Catalogue.NameOf(port), CataloguePath.Of(device, port, "enabled"))],
                    Subjects = [leg.Subject],
                    Like = $"shut {(device == leg.Host.Device ? port.Name : device.Name)}",
                    Fixes = [new($"Document {facts.Catalogue.NameOf(port)} as enabled", CatalogueEdits: [new CatalogueEdit.SetPortField(device.Name, port.Name, "enabled", "true")])],
                };
        }
        // One box that is down is one cause, whatever hangs on it.
        foreach (var box in facts.Legs.SelectMany(l => l.Path.Hops.Select(h => h.Device).Distinct().Where(d => d.Status is LifeCycle.Failed or LifeCycle.Offline or LifeCycle.Decommissioning).Select(d => (Device: d, Leg: l))).GroupBy(x => x.Device, x => x.Leg))
            yield return Found(CataloguePath.Of(box.Key, "status"), $"{box.Key.Name} is {box.Key.Status.ToString().ToLowerInvariant()}; uplinks of {List(box.Select(l => l.Host.Name))} run over it.", "a") with
            {
                Objects = [new(box.Key.LogicalHost is null ? "switch" : "host", box.Key.Name, CataloguePath.Of(box.Key)), .. box.Select(l => l.Host.Reference).Distinct()], Subjects = [.. box.Select(l => l.Subject)],
                Evidence = [.. box.Take(20).Select(l => l.Path.ToDisplay())],
            };
        foreach (var cable in facts.Legs.SelectMany(l => l.Path.Cables.Where(c => c.Status is LifeCycle.Failed or LifeCycle.Offline).Select(c => (Cable: c, Leg: l))).GroupBy(x => x.Cable, x => x.Leg))
            yield return Found(CataloguePath.Of(cable.First().Host.Device!, cable.First().Port, "cable"), $"{(string.IsNullOrEmpty(cable.Key.Label) ? "The cable" : $"Cable {cable.Key.Label}")} ({cable.First().Path.ToDisplay()}) is {cable.Key.Status.ToString().ToLowerInvariant()} and carries nothing.", "a") with
            {
                Objects = [new("cable", cable.Key.Label ?? cable.First().Path.ToDisplay()), .. cable.Select(l => l.Host.Reference).Distinct()], Subjects = [.. cable.Select(l => l.Subject)],
            };
        var planned = facts.Legs.Where(l => l.Path.Hops.Any(h => h.Cable?.Status is LifeCycle.Planned) || l.Path.Hops.Any(h => h.Device.Status == LifeCycle.Planned)).ToList();
        if (planned.Count > 0)
            yield return Found(CataloguePath.Of(planned[0].Host.Device!, planned[0].Port, "cable"), $"{Count(planned.Count, "uplink NIC")} of {List(planned.Select(p => p.Host.Name))} {(planned.Count == 1 ? "runs" : "run")} over cables or devices that are only planned, such as {planned[0].Path.ToDisplay()}.", "b") with { Objects = [.. planned.Select(p => p.Host.Reference).Distinct()] };
    }

    // One wire is one finding, whichever end was read; a port that is shut down has none of its own accord.
    private Finding? WithoutLink(RuleFacts facts, LabelLeg leg)
    {
        var active = leg.Path.Hops.Where(h => h.Port.Kind == InterfaceKind.Physical).ToList();
        if (active.Find(h => h.Port.HasLink == false) is not { } dead || !active.TrueForAll(h => h.Port.Enabled) || !leg.Uplink.Enabled)
            return null;
        var name = facts.Catalogue.NameOf(dead.Port);
        return Found(CataloguePath.Of(dead.Device, dead.Port, "link"), $"{name} had no link when {dead.Device.Name} was read; {leg.Path.ToDisplay()} carries nothing.", "a") with
        {
            Objects = [leg.Host.Reference, new("port", name, CataloguePath.Of(dead.Device, dead.Port, "link"))],
            Subjects = [leg.Subject],
            Fixes = [new("Bring the link up", Manual: $"Check the cable and the transceivers of {leg.Path.ToDisplay()}, then upload the output of {dead.Device.Name} again.")],
        };
    }
}
