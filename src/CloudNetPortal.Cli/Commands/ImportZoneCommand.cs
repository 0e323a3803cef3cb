using System.CommandLine;
using System.Text.Json.Nodes;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Push.Snapshots;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet import-zone</c>: reads a zone of a cloud into a design.</summary>
internal sealed class ImportZoneCommand : Command
{
    private static readonly Argument<string?> Which = new("zone") { Description = "Name or id of the zone; left out, the zones of the cloud are listed.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Out = new("--out") { Description = "Write the design there, and beside it FILE.ids.json with the ids on the cloud, which drift and plan use." };

    public ImportZoneCommand() : base("import-zone", "Read a zone of the cloud into a design. Nothing is changed there.")
    {
        Add(Which);
        foreach (var option in new Option[] { Out, CommandOptions.Profile, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        using var cloud = CloudAccess.Open(given.GetValue(CommandOptions.Profile));
        var reader = new SnapshotReader(cloud.Client, TimeProvider.System);
        if (given.GetValue(Which) is not { Length: > 0 } zone) return await ListAsync(reader, given, cancel);

        var reading = Guid.TryParse(zone, out _) ? await reader.ReadByIdAsync(zone, cancel) : await reader.ReadByNameAsync(zone, cancel);
        if (reading.Snapshot.ZoneId is null) throw new InputException($"{cloud.Endpoint.Address.Authority} has no zone “{zone}”. Without a name its zones are listed.");
        var observed = ZoneObserver.Import(reading.Snapshot);
        if (given.GetValue(Out) is { } file)
        {
            await File.WriteAllTextAsync(file, DesignJson.ToText(observed.Design), cancel);
            await KnownIds.WriteAsync(file, observed.Ids, cancel);
        }
        if (given.GetValue(CommandOptions.Json))
            Output.Json(new { design = JsonNode.Parse(DesignJson.ToText(observed.Design)), unknowns = observed.Unknowns, ids = observed.Ids, notes = reading.Notes, calls = reading.Calls });
        else
        {
            if (given.GetValue(Out) is null) Console.Write(DesignJson.ToText(observed.Design));
            else Console.WriteLine($"Zone {observed.Design.Name}: read with {reading.Calls} calls, written to {given.GetValue(Out)}.");
            foreach (var note in reading.Notes) Console.Error.WriteLine($"note: {note}");
            foreach (var group in observed.Unknowns.GroupBy(u => (u.Kind, u.Text)))
                Console.Error.WriteLine($"unknown: {Titles([.. group.Select(u => u.Title)])}: {group.Key.Text}");
        }
        return ExitCode.Done;
    });

    private static async Task<int> ListAsync(SnapshotReader reader, ParseResult given, CancellationToken cancel)
    {
        var zones = (await reader.ListZonesAsync(cancel)).Select(z => new { name = z.Name, id = z.Id, kind = z.Row.Text("networktype"), state = z.Row.Text("allocationstate") }).ToArray();
        if (given.GetValue(CommandOptions.Json)) Output.Json(zones);
        else foreach (var zone in zones) Console.WriteLine($"{zone.id}  {zone.kind,-9} {zone.state,-9} {zone.name}");
        return ExitCode.Done;
    }

    private static string Titles(IReadOnlyList<string> titles) => titles.Count <= 3 ? string.Join(", ", titles) : $"{titles[0]} and {titles.Count - 1} more";
}
