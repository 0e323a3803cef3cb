using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Copies;

/// <summary>
/// Makes a cloud from the answers of another one: <c>{"lists": {"listZones": [rows], "listPods": [rows], …}}</c>. The objects keep their ids and are listed with the fields
/// they were copied with; calls then work on them as on objects made here.
/// </summary>
internal static class StateCopy
{
    private static readonly List<ListReader> Readers =
        [.. typeof(StateCopy).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(ListReader))).Select(t => (ListReader)Activator.CreateInstance(t)!).OrderBy(r => r.Order)];

    /// <summary>The list commands whose rows can be copied.</summary>
    public static IEnumerable<string> Lists => Readers.Select(r => r.List).Order(StringComparer.Ordinal);

    /// <summary>Gives the cloud, or everything that is wrong with the copy. <paramref name="ignored"/> are lists that this cloud does not keep.</summary>
    public static CloudState? Read(JsonNode? document, DateTimeOffset now, List<string> problems, SortedDictionary<string, int> taken, List<string> ignored)
    {
        if (document?["lists"] is not JsonObject lists)
        {
            problems.Add("the body must be {\"lists\": {\"listZones\": [ … ], … }}");
            return null;
        }
        ignored.AddRange(lists.Select(l => l.Key).Where(k => !Readers.Exists(r => r.List == k)));
        var cloud = new CloudState();
        var read = new List<(ListReader Reader, CloudObject Object, JsonObject Row)>();
        foreach (var reader in Readers)
        {
            if (RowsOf(lists, reader.List, problems) is not { } rows)
                continue;
            taken[reader.List] = rows.Count;
            for (var i = 0; i < rows.Count; i++)
            {
                var at = reader.NewestFirst ? rows.Count - 1 - i : i;
                if (reader.Read(cloud, new ListedRow($"{reader.List}[{at}]", rows[at], problems)) is { } made)
                    read.Add((reader, made, rows[at]));
            }
        }
        if (problems.Count > 0)
            return null;
        foreach (var reader in Readers)
            reader.Finish(cloud);
        foreach (var (reader, made, row) in read)
            Compare(cloud, reader, made, row, now);
        return cloud;
    }

    /// <summary>Notes the fields that this cloud would show otherwise.</summary>
    private static void Compare(CloudState cloud, ListReader reader, CloudObject made, JsonObject row, DateTimeOffset now)
    {
        if (made is not KnownObject && CommandBook.Get(reader.List) is var (command, contract) && command is RowCommand list)
            made.Shown = ShownField.Between(list.ShowRow(new Call(cloud, contract, [], [], now, new Pace()), made), row);
    }

    /// <summary>The rows, given as an array or as the whole answer of the list command.</summary>
    private static List<JsonObject>? RowsOf(JsonObject lists, string name, List<string> problems)
    {
        var rows = lists[name] switch
        {
            null => null,
            JsonArray array => array,
            JsonObject answer => answer.Select(m => m.Value).OfType<JsonArray>().FirstOrDefault() ?? [],
            _ => [null],
        };
        if (rows?.Any(r => r is not JsonObject) == true)
        {
            problems.Add($"{name} must be an array of objects");
            return null;
        }
        return rows?.Select(r => r!.AsObject()).ToList();
    }
}
