using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Follows cables from a port through panels to the far end, or to the place where the path stops, which is named.</summary>
internal sealed class CableWalk
{
    private readonly Dictionary<Guid, (Device Device, Interface Port)> ports;
    private readonly ILookup<Guid, (Cable Cable, CableEnd End)> plugs;
    private readonly ILookup<Guid, Interface> fronts;

    public CableWalk(CatalogueSnapshot catalogue)
    {
        ports = catalogue.Devices.SelectMany(d => d.Interfaces.Select(i => (d, i))).ToDictionary(p => p.i.Id);
        plugs = catalogue.Cables.SelectMany(c => c.Ends.Select(e => (c, e))).ToLookup(p => p.e.InterfaceId);
        fronts = ports.Values.Select(p => p.Port).Where(p => p.RearPortId is not null).ToLookup(p => p.RearPortId!.Value);
    }

    public (Device Device, Interface Port)? Port(Guid id) => ports.TryGetValue(id, out var found) ? found : null;

    /// <summary>Every path that starts at the port: one, unless a breakout cable splits it. A port without a cable gives one path without steps.</summary>
    public IReadOnlyList<CablePath> From(Interface port)
    {
        var found = new List<CablePath>();
        Walk(port.Id, null, [], [port.Id], found);
        return found;
    }

    private void Walk(Guid from, int? position, IReadOnlyList<CableStep> steps, IReadOnlyList<Guid> met, List<CablePath> found)
    {
        var cables = plugs[from].Select(p => (p.Cable, p.End)).ToList();
        if (cables.Count == 0)
        {
            found.Add(new CablePath(steps, steps.Count == 0 ? "no cable" : $"no cable behind {Words(from)}"));
            return;
        }
        foreach (var (cable, end) in cables)
        {
            var others = cable.Ends.Where(e => e.Side != end.Side).ToList();
            if (others.Count == 0)
                found.Add(new CablePath(steps, $"cable {CableStep.Words(cable)} ends in the open"));
            foreach (var other in others)
            {
                if (!ports.TryGetValue(other.InterfaceId, out var at))
                    found.Add(new CablePath(steps, $"cable {CableStep.Words(cable)} ends at a port that is not in the catalogue"));
                else if (met.Contains(other.InterfaceId))
                    found.Add(new CablePath(steps, $"the path comes back to {Words(other.InterfaceId)}"));
                else
                    Arrive(new CableStep(cable, at.Device, at.Port, null), position, steps, [.. met, other.InterfaceId], found);
            }
        }
    }

    private void Arrive(CableStep step, int? position, IReadOnlyList<CableStep> steps, IReadOnlyList<Guid> met, List<CablePath> found)
    {
        switch (step.Port.Kind)
        {
            case InterfaceKind.FrontPort when step.Port.RearPortId is { } rear && ports.ContainsKey(rear):
                Walk(rear, step.Port.RearPosition ?? 1, [.. steps, step with { Through = ports[rear].Port }], [.. met, rear], found);
                break;
            case InterfaceKind.RearPort:
                var behind = fronts[step.Port.Id].OrderBy(f => f.RearPosition ?? 1).ToList();
                var front = behind.Count == 1 ? behind[0] : behind.Find(f => (f.RearPosition ?? 1) == (position ?? 1));
                if (front is null)
                    found.Add(new CablePath([.. steps, step], $"{step.Device.Name} {step.Port.Name} has no front port at position {position ?? 1}"));
                else
                    Walk(front.Id, null, [.. steps, step with { Through = front }], [.. met, front.Id], found);
                break;
            case InterfaceKind.FrontPort:
                found.Add(new CablePath([.. steps, step], $"{step.Device.Name} {step.Port.Name} has no rear port"));
                break;
            default:
                found.Add(new CablePath([.. steps, step], null));
                break;
        }
    }

    private string Words(Guid port) => $"{ports[port].Device.Name} {ports[port].Port.Name}";
}

/// <summary>A path of cables. Either it reaches a port, or <paramref name="Gap"/> says in words why not.</summary>
internal sealed record CablePath(IReadOnlyList<CableStep> Steps, string? Gap)
{
    /// <summary>The device and port at the far end; null when the path has a gap.</summary>
    public (Device Device, Interface Port)? End => Gap is null && Steps.Count > 0 ? (Steps[^1].Device, Steps[^1].Port) : null;

    /// <summary>Cables and panels as on a label: C-1031 · pp-a3 14 · C-2044.</summary>
    public string Words => string.Join(" · ", Steps.SelectMany((s, i) => i < Steps.Count - 1 || Gap is not null
        ? new[] { CableStep.Words(s.Cable), $"{s.Device.Name} {s.Port.Name}" } : [CableStep.Words(s.Cable)]));

    /// <summary>True when a cable or device of it is still to come.</summary>
    public bool IsPlanned => Steps.Any(s => s.Cable.Status is LifeCycle.Planned or LifeCycle.Staged || s.Device.Status == LifeCycle.Planned);
}

/// <summary>One cable and the port it leads to; for a panel also the port on its other face.</summary>
internal sealed record CableStep(Cable Cable, Device Device, Interface Port, Interface? Through)
{
    public static string Words(Cable cable) => string.IsNullOrEmpty(cable.Label) ? "no label" : cable.Label;
}
