using System.CommandLine;
using CloudNetPortal.Cli.Commands;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Push.Snapshots;

namespace CloudNetPortal.Cli.Clouds;

/// <summary>A look at a zone on its cloud, by list calls only. What could not be read is said on the error output.</summary>
/// <param name="Snapshot">What is there.</param>
/// <param name="Known">Ids of objects, of FILE.ids.json or of the journal.</param>
internal sealed record ZoneLook(ZoneSnapshot Snapshot, IReadOnlyDictionary<string, string> Known)
{
    public static async Task<ZoneLook> TakeAsync(CloudAccess cloud, DesignFile file, ZoneDesign zone, ParseResult given, bool several, CancellationToken cancel)
    {
        var journal = given.GetValue(CommandOptions.Journal) is null ? null : PushFiles.For(given.GetValue(CommandOptions.Journal), zone, several).Journal;
        var known = await KnownIds.ReadAsync(file.Path, journal, cancel);
        var reader = new SnapshotReader(cloud.Client, TimeProvider.System);
        var reading = known.TryGetValue("zone", out var id) ? await reader.ReadByIdAsync(id, cancel) : null;
        if (reading?.Snapshot.ZoneId is null) reading = await reader.ReadByNameAsync(zone.Name, cancel);
        foreach (var note in reading.Notes) Console.Error.WriteLine($"note: {note}");
        return new ZoneLook(reading.Snapshot, known);
    }
}
