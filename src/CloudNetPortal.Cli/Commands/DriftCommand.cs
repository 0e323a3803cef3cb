using System.CommandLine;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Push.Snapshots;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet drift</c>: where the cloud differs from the design, field by field, with who and when.</summary>
internal sealed class DriftCommand : Command
{
    private static readonly Option<DateTimeOffset?> Since = new("--since") { Description = "Only events after this moment can be the cause, such as 2026-08-01T12:00Z." };

    public DriftCommand() : base("drift", "Compare every field of every object of the zone with the design. Nothing is changed.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { CommandOptions.Zone, CommandOptions.Journal, Since, CommandOptions.Profile, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var file = await DesignFile.ReadAsync(given.GetRequiredValue(CommandOptions.DesignPath), cancel);
        var zones = file.Choose(given.GetValue(CommandOptions.Zone));
        if (zones.Count == 0) throw new InputException($"{file.Path}: there is no zone in it.");
        using var cloud = CloudAccess.Open(given.GetValue(CommandOptions.Profile));
        var reader = new SnapshotReader(cloud.Client, TimeProvider.System);
        List<ZoneDifferences> all = [];
        foreach (var zone in zones)
        {
            var journal = given.GetValue(CommandOptions.Journal) is null ? null : PushFiles.For(given.GetValue(CommandOptions.Journal), zone, zones.Count > 1).Journal;
            var known = await KnownIds.ReadAsync(file.Path, journal, cancel);
            var reading = known.TryGetValue("zone", out var id) ? await reader.ReadByIdAsync(id, cancel) : null;
            if (reading?.Snapshot.ZoneId is null) reading = await reader.ReadByNameAsync(zone.Name, cancel);
            var items = ZoneDrift.Find(zone, reading.Snapshot, known);
            if (items.Count > 0) items = DriftCauses.Attach(items, await reader.ReadEventsAsync(given.GetValue(Since), cancel: cancel), given.GetValue(Since));
            all.Add(new ZoneDifferences(zone.Name, reading.Calls, reading.Notes, items));
            if (!given.GetValue(CommandOptions.Json)) Print(all[^1]);
        }
        if (given.GetValue(CommandOptions.Json)) Output.Json(all);
        return all.Exists(z => z.Items.Count > 0) ? ExitCode.Differs : ExitCode.Done;
    });

    private static void Print(ZoneDifferences zone)
    {
        Console.WriteLine($"Zone {zone.Zone}: {(zone.Items.Count == 0 ? "as designed" : $"{zone.Items.Count} differences")}, {zone.Calls} calls");
        foreach (var note in zone.Notes) Console.WriteLine($"  note     {note}");
        foreach (var item in zone.Items)
        {
            Console.WriteLine($"  {item.Kind.ToString().ToLowerInvariant(),-8} {item.Title}{(item.Field.Length == 0 ? "" : $", {item.Field}: designed {Quoted(item.Expected)}, observed {Quoted(item.Observed)}")}");
            if (item.Cause is { } cause) Console.WriteLine($"           {(cause.IsCertain ? "" : "perhaps ")}{cause.By} at {cause.At:yyyy-MM-dd HH:mm:ss}Z, {cause.Event}");
        }
    }

    private static string Quoted(string? value) => value is null ? "nothing" : $"“{value}”";

    /// <summary>The differences of one zone.</summary>
    private sealed record ZoneDifferences(string Zone, int Calls, IReadOnlyList<string> Notes, IReadOnlyList<DriftItem> Items);
}
