using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>What the rules say of things of the catalogue, over all zones: for the badges in racks, cables, traces and devices.</summary>
internal sealed class CatalogueFindings(IDbContextFactory<PortalDbContext> store, DesignJudge judge)
{
    public async Task<PlacedFindings> Read(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var zones = await db.Zones.AsNoTracking().Where(z => z.RemovedAt == null).OrderBy(z => z.Name).ToListAsync(cancel);
        var placed = new List<(CataloguePath Place, PartProblem Problem)>();
        foreach (var zone in zones)
            foreach (var finding in (await judge.Draft(zone, cancel)).Results.Findings.Where(PartProblem.IsShown))
            {
                var problem = PartProblem.Of(finding, PortalUrls.Finding(zone.Id, finding.Fingerprint));
                placed.AddRange(finding.Objects.Select(o => o.Path).Append(finding.Path).Select(CataloguePath.Read).OfType<CataloguePath>().Select(p => p with { Field = null }).Distinct().Select(p => (p, problem)));
            }

        return new PlacedFindings(placed);
    }
}

/// <summary>Findings by the device and port they name.</summary>
public sealed class PlacedFindings(IEnumerable<(CataloguePath Place, PartProblem Problem)> placed)
{
    private readonly ILookup<string, (string? Port, PartProblem Problem)> byDevice = placed.ToLookup(p => p.Place.Device, p => (p.Place.Port, p.Problem), StringComparer.OrdinalIgnoreCase);

    /// <summary>None.</summary>
    public static PlacedFindings None { get; } = new([]);

    /// <summary>Everything that names the device or a port of it.</summary>
    public IReadOnlyList<PartProblem> Device(string device) => Distinct(byDevice[device].Select(p => p.Problem));

    /// <summary>What names one port.</summary>
    public IReadOnlyList<PartProblem> Port(string device, string port) => Distinct(byDevice[device].Where(p => p.Port == port).Select(p => p.Problem));

    /// <summary>What names ports of a device, by port.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PartProblem>> Ports(string device) => byDevice[device].Where(p => p.Port is not null).GroupBy(p => p.Port!).ToDictionary(g => g.Key, g => Distinct(g.Select(p => p.Problem)));

    // One fault told of two zones on the same switch is one badge.
    private static IReadOnlyList<PartProblem> Distinct(IEnumerable<PartProblem> problems) => [.. PartProblem.Sorted(problems).DistinctBy(p => (p.RuleId, p.Sentence))];
}
