using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Cli.Files;

/// <summary>
/// The journal of a push and, beside it, the plan it belongs to. A push that is resumed goes on with the plan it began with, whatever a newer planner
/// would make of the design.
/// </summary>
internal sealed record PushFiles(string Journal)
{
    public string PlanPath => Journal + ".plan.json";

    public static PushFiles For(string? given, ZoneDesign design, bool several) =>
        new(given is null ? $"cloudnet-{Safe(design.Name)}.journal" : several ? $"{given}-{Safe(design.Name)}" : given);

    public async Task<(Plan Plan, bool Resumed)> PlanForAsync(ZoneDesign design, CatalogueSnapshot catalogue, CancellationToken cancel)
    {
        if (!File.Exists(PlanPath))
        {
            if (File.Exists(Journal) && new FileInfo(Journal).Length > 0) throw new InputException($"{Journal}: its plan {PlanPath} is missing. Restore it, or begin with another journal.");
            var plan = DesignFile.PlanOf(design, catalogue);
            await WriteAsync(plan, cancel);
            return (plan, false);
        }
        var stored = Plan.Read(await File.ReadAllBytesAsync(PlanPath, cancel));
        if (stored.RevisionHash != DesignFile.HashOf(design))
            throw new InputException($"{Journal} belongs to another version of zone “{stored.ZoneName}” ({stored.RevisionHash[..12]}…). Finish that one, or begin with another journal.");
        return (stored, true);
    }

    // Whole or not at all: a torn plan would make its journal useless.
    private async Task WriteAsync(Plan plan, CancellationToken cancel)
    {
        await using (var file = new FileStream(PlanPath + ".new", FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(plan.ToBytes(), cancel);
            file.Flush(flushToDisk: true);
        }
        File.Move(PlanPath + ".new", PlanPath, overwrite: true);
    }

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
}
