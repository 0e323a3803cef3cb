using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0103.</summary>
internal sealed class PortsMustHaveOneCable : Rule
{
    public override string Id => "CNP0103";
    public override string Title => "Ports must have one cable";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "network";
    public override string Why => "A plug goes into one port. With two cables in a port, or a cable that ends nowhere, no path from a NIC to its switch port can be trusted, and every check of VLANs along it would judge the wrong port.";
    public override string Rejected => "Cables C-17 and C-42 both end on sw-a1 Eth1/7.";
    public override string Accepted => "C-17 is being decommissioned, C-42 is planned on the same port.";
    public override string Cure => "Remove the cable that is not there, or mark it as being decommissioned.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => Reads.Catalogue & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var catalogue = facts.Catalogue;
        foreach (var port in catalogue.CrowdedPorts.Where(p => p.Kind is InterfaceKind.Physical or InterfaceKind.FrontPort or InterfaceKind.RearPort))
        {
            var (device, cables) = (catalogue.DeviceOf(port), catalogue.CablesAt(port));
            yield return Found(CataloguePath.Of(device, port, "cable"), $"{cables.Count} cables end on {catalogue.NameOf(port)}: {List(cables.Select(c => Called(c, port)))}.") with
            {
                Objects = [new("port", catalogue.NameOf(port), CataloguePath.Of(device, port, "cable")), .. cables.Select(c => new ObjectRef("cable", Called(c, port)))],
                Fixes = [.. Fix.Choose("Choose the cable that stays", cables.Select(stays => new Fix($"{Called(stays, port)} stays",
                    CatalogueEdits: [.. cables.Where(c => c != stays).Select(c => new CatalogueEdit.SetCableField(device.Name, port.Name, c.Id, Called(c, port), "status", nameof(Domain.Catalogue.LifeCycle.Decommissioning)))])
                    {
                        Note = $"goes to {List(stays.Ends.Where(e => e.InterfaceId != port.Id).Select(e => catalogue.Port(e.InterfaceId) is { } end ? catalogue.NameOf(end) : "nothing"))}; the other is on its way out",
                    }))],
            };
        }

        // A cable without a label is known by where it goes.
        string Called(Domain.Catalogue.Cabling.Cable cable, Interface here) => cable.Label is { Length: > 0 } label ? label
            : List(cable.Ends.Where(e => e.InterfaceId != here.Id).Select(e => catalogue.Port(e.InterfaceId)).OfType<Interface>().Select(catalogue.NameOf)) is var far && far != "none" ? $"one to {far}" : "one without label";

        foreach (var cable in facts.Input.Catalogue.Cables.Where(c => c.Status != Domain.Catalogue.LifeCycle.Decommissioning))
        {
            if (IsSound(cable, catalogue))
                continue;
            var ends = cable.Ends.Select(e => catalogue.Port(e.InterfaceId)).ToList();
            var known = ends.OfType<Interface>().ToList();
            var path = known.Count > 0 ? CataloguePath.Of(catalogue.DeviceOf(known[0]), known[0], "cable") : "";
            if (known.Count < ends.Count || cable.Ends.Select(e => e.Side).Distinct().Count() < 2)
                yield return Found(path, $"Cable {Name(cable)} {(known.Count > 0 ? $"ends on {List(known.Select(catalogue.NameOf))} only; its other end" : "has no end that")} is not in the catalogue.") with { Objects = [new("cable", Name(cable)), .. known.DistinctBy(p => p.Id).Select(p => new ObjectRef("port", catalogue.NameOf(p), CataloguePath.Of(catalogue.DeviceOf(p), p, "cable")))] };
            else if (known.DistinctBy(p => p.Id).Count() < known.Count)
                yield return Found(path, $"Cable {Name(cable)} starts and ends on the same port {catalogue.NameOf(known[0])}.") with { Objects = [new("cable", Name(cable)), .. known.DistinctBy(p => p.Id).Select(p => new ObjectRef("port", catalogue.NameOf(p), CataloguePath.Of(catalogue.DeviceOf(p), p, "cable")))] };
        }
    }

    // Two plugs in two ports: what thousands of cables are.
    private static bool IsSound(Domain.Catalogue.Cabling.Cable cable, CatalogueIndex catalogue) =>
        cable.Ends is [var a, var b] && a.Side != b.Side && a.InterfaceId != b.InterfaceId && catalogue.Port(a.InterfaceId) is not null && catalogue.Port(b.InterfaceId) is not null;

    private static string Name(Domain.Catalogue.Cabling.Cable cable) => cable.Label is { Length: > 0 } label ? label : "without label";
}
