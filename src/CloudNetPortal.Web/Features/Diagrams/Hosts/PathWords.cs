using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>A cable path in the few words that fit on a drawing.</summary>
internal static class PathWords
{
    public static string Label(Cable cable) => string.IsNullOrEmpty(cable.Label) ? "no label" : cable.Label;

    /// <summary>Cables and panels in order: C-1031 · pp-a3:14 · C-2044.</summary>
    public static string Cables(this CablePath path) => string.Join(" · ", path.Hops.Skip(1).SelectMany(hop =>
        hop.Cable is null ? [] : hop == path.End ? [Label(hop.Cable)] : new[] { Label(hop.Cable), $"{hop.Device.Name}:{hop.Port.Name}" }));

    /// <summary>Why it does not end on a port, with the place; null when it does.</summary>
    public static string? Gap(this CablePath path)
    {
        var last = path.Hops[^1];
        var place = path.Hops.Count == 1 ? last.Port.Name : $"{last.Device.Name}:{last.Port.Name}";
        return path.Outcome switch
        {
            PathOutcome.Complete => null,
            PathOutcome.NoCable => $"no cable in {place}",
            PathOutcome.OpenBehindPanel => $"no cable behind {place}",
            PathOutcome.Split => $"splits at {place}, and nothing says which lane is meant",
            _ => $"comes back to itself at {place}",
        };
    }

    /// <summary>True when a cable or device of it is still to come.</summary>
    public static bool IsPlanned(this CablePath path) =>
        path.Cables.Any(c => c.Status is LifeCycle.Planned or LifeCycle.Staged) || path.Hops.Any(h => h.Device.Status == LifeCycle.Planned);
}
