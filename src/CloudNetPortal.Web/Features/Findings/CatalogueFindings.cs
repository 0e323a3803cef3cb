using CloudNetPortal.Domain.Catalogue.Ports;
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
        var bonds = new Dictionary<CataloguePath, IReadOnlyList<string>>();
        foreach (var zone in zones)
        {
            var judgement = await judge.Draft(zone, cancel);
            foreach (var finding in judgement.Results.Findings.Where(PartProblem.IsShown))
            {
                var problem = PartProblem.Of(finding, PortalUrls.Finding(zone.Id, finding.Fingerprint));
                placed.AddRange(finding.Objects.Select(o => o.Path).Append(finding.Path).Select(CataloguePath.Read).OfType<CataloguePath>().Select(p => p with { Field = null }).Distinct().Select(p => (p, problem)));
            }

            // A bond or LAG has no plug of its own: what is said of it is seen at the cables of its members.
            foreach (var place in placed.Select(p => p.Place).Where(p => p.Port is not null && !bonds.ContainsKey(p)).Distinct().ToList())
                bonds[place] = judgement.Catalogue.Devices.FirstOrDefault(d => d.Name == place.Device) is { } device && device.Interfaces.Find(i => i.Name == place.Port) is { Kind: InterfaceKind.Bond } bond ? [.. device.Interfaces.Where(i => i.BondId == bond.Id).Select(i => i.Name)] : [];
        }

        return new PlacedFindings(placed, bonds);
    }
}

/// <summary>Findings by the device and port they name.</summary>
public sealed class PlacedFindings(IEnumerable<(CataloguePath Place, PartProblem Problem)> placed, IReadOnlyDictionary<CataloguePath, IReadOnlyList<string>>? members = null)
{
    private readonly ILookup<string, (string? Port, PartProblem Problem)> byDevice = placed.ToLookup(p => p.Place.Device, p => (p.Place.Port, p.Problem), StringComparer.OrdinalIgnoreCase);

    /// <summary>None.</summary>
    public static PlacedFindings None { get; } = new([]);

    /// <summary>Everything that names the device or a port of it.</summary>
    public IReadOnlyList<PartProblem> Device(string device) => Distinct(byDevice[device].Select(p => p.Problem));

    /// <summary>What names one port, or the bond or LAG it is a member of.</summary>
    public IReadOnlyList<PartProblem> Port(string device, string port) => Distinct(byDevice[device].Where(p => p.Port == port || p.Port is not null && members?.GetValueOrDefault(new CataloguePath(device, p.Port, null))?.Contains(port) == true).Select(p => p.Problem));

    /// <summary>What names ports of a device, by port.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PartProblem>> Ports(string device) => byDevice[device].Where(p => p.Port is not null).GroupBy(p => p.Port!).ToDictionary(g => g.Key, g => Distinct(g.Select(p => p.Problem)));

    // One fault told of two zones on the same switch is one badge.
    private static IReadOnlyList<PartProblem> Distinct(IEnumerable<PartProblem> problems) => [.. PartProblem.Sorted(problems).DistinctBy(p => (p.RuleId, p.Sentence))];
}
