using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0104.</summary>
internal sealed class CableEndsMustBeCompatible : Rule
{
    public override string Id => "CNP0104";
    public override string Title => "Cable ends must be compatible";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Warning, Meaning: "two media that do not meet"),
        new("b", Advice, Advice, Meaning: "cable or port type not documented"),
    ];
    public override string Team => "network";
    public override string Why => "A cable fits a port or it does not. One documented in a port it cannot be plugged into is either another cable or in another port, and then every check along its path looks at the wrong switch port.";
    public override string Rejected => "kvm-01 eno1 (1000base-t, RJ45) to sw-a1 Eth1/7 (an SFP28 cage) by an OM4 fibre.";
    public override string Accepted => "kvm-01 ens1f0 (SFP28) to sw-a1 Eth1/7 (SFP28) by a passive DAC.";
    public override string Cure => "Correct the type of the cable or of the port, or the port the cable ends in. Optics are not documented apart from the port type: a port named by its optic (10gbase-sr) counts as that optic, a port named by its cage takes any.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => Reads.Catalogue & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var (catalogue, silent, all) = (facts.Catalogue, new List<string>(), 0);
        // Thousands of cables have a handful of types.
        var (ofCables, ofConnectors) = (new Dictionary<string, Media>(StringComparer.Ordinal), new Dictionary<string, Media>(StringComparer.Ordinal));
        foreach (var cable in facts.Input.Catalogue.Cables.Where(c => c.Status != LifeCycle.Decommissioning))
        {
            var ports = cable.Ends.Select(e => catalogue.Port(e.InterfaceId)).OfType<Interface>().ToList();
            if (ports.Count < 2)
                continue;
            all++;
            var name = cable.Label is { Length: > 0 } label ? $"Cable {label}" : "The cable";
            if (ports.Find(p => p.Kind is not (InterfaceKind.Physical or InterfaceKind.FrontPort or InterfaceKind.RearPort)) is { } soft)
            {
                yield return Say(facts, cable, ports, $"{name} ends on {catalogue.NameOf(soft)}, which is a {soft.Kind.ToString().ToLowerInvariant()} and takes no plug.");
                continue;
            }
            var (ofCable, ofPorts) = (Read(ofCables, cable.Type, Medium.OfCable), ports.ConvertAll(p => (Port: p, Takes: Read(ofConnectors, p.Connector, Medium.OfPort))));
            // A direct attach cable has its plugs on it: there is nothing to patch.
            if (ofCable == Media.DirectAttach && ports.Find(p => p.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort) is { } panel)
                yield return Say(facts, cable, ports, $"{name} is a direct attach cable ({cable.Type}) and ends on the panel port {catalogue.NameOf(panel)}; it goes from cage to cage only.");
            else if (ofPorts.Where(p => p.Takes != Media.Unknown).Aggregate(ofCable == Media.Unknown ? Media.Any : ofCable, (shared, p) => shared & p.Takes) == Media.Unknown)
                yield return Say(facts, cable, ports, $"{name} ({cable.Type ?? "type not documented"}) cannot join {string.Join(" and ", ofPorts.Select(p => $"{catalogue.NameOf(p.Port)} ({p.Port.Connector ?? "type not documented"})"))}: they share no medium.") with
                {
                    Fixes = [.. Fix.Choose("Choose the type of the cable", Fitting(facts, ports).Select(type => new Fix(type.Name, CatalogueEdits: [new CatalogueEdit.SetCableField(catalogue.DeviceOf(ports[0]).Name, ports[0].Name, cable.Id, cable.Label ?? "without label", "type", type.Name)]) { Note = type.Like > 0 ? $"like {Count(type.Like, "other cable")} between such ports" : null }))],
                    Evidence = [$"cable: {ofCable.ToDisplay()}", .. ofPorts.Select(p => $"{catalogue.NameOf(p.Port)}: {p.Takes.ToDisplay()}")],
                };
            else if (ofCable == Media.Unknown || ofPorts.Exists(p => p.Takes == Media.Unknown))
                silent.Add($"{cable.Label} {string.Join(' ', ports.Select(catalogue.NameOf))}");
        }
        if (silent.Count > 0)
            yield return Unverified("", $"{Count(silent.Count, "cable")} of {all} {(silent.Count == 1 ? "was" : "were")} not compared with {(silent.Count == 1 ? "its" : "their")} ports: the type of the cable or of its ports is not documented.", "b") with
            {
                Values = string.Join('\n', silent.Order(StringComparer.Ordinal)),
                Evidence = [.. silent.Take(20)],
            };
    }

    private Finding Say(RuleFacts facts, Cable cable, List<Interface> ports, string message)
    {
        var path = CataloguePath.Of(facts.Catalogue.DeviceOf(ports[0]), ports[0], "cable");
        return Found(path, message, "a") with { Objects = [new("cable", cable.Label ?? "without label", path), .. ports.Select(p => new ObjectRef("port", facts.Catalogue.NameOf(p), CataloguePath.Of(facts.Catalogue.DeviceOf(p), p, "connector")))] };
    }

    private static Media Read(Dictionary<string, Media> known, string? word, Func<string?, Media> read)
    {
        if (!known.TryGetValue(word ?? "", out var media))
            known[word ?? ""] = media = read(word);
        return media;
    }

    private static readonly string[] Types = ["cat6a", "dac-passive", "aoc", "mmf-om4", "smf-os2"];

    // Types that both ports take, those that most cables between such ports have first.
    private static IEnumerable<(string Name, int Like)> Fitting(RuleFacts facts, List<Interface> ports)
    {
        var takes = ports.Select(p => Medium.OfPort(p.Connector)).Where(m => m != Media.Unknown).Aggregate(Media.Any, (a, b) => a & b);
        var panel = ports.Exists(p => p.Kind != InterfaceKind.Physical);
        var kinds = ports.Select(p => p.Connector).Order(StringComparer.Ordinal).ToList();
        var alike = facts.Input.Catalogue.Cables.Where(c => c.Type is not null && c.Ends.Select(e => facts.Catalogue.Port(e.InterfaceId)?.Connector).Order(StringComparer.Ordinal).SequenceEqual(kinds)).CountBy(c => c.Type!).ToDictionary();
        return alike.Keys.Union(Types).Where(t => (Medium.OfCable(t) & takes) != Media.Unknown && !(panel && Medium.OfCable(t) == Media.DirectAttach)).Select(t => (t, alike.GetValueOrDefault(t))).OrderByDescending(t => t.Item2);
    }
}
