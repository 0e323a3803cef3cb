using System.Globalization;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Contract;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>One checked call: its parameters, the rows they name, and the cloud it works on.</summary>
internal sealed class Call(CloudState cloud, CommandContract contract, Dictionary<string, string> given, Dictionary<string, IReadOnlyList<CloudObject>> rows, DateTimeOffset now, Pace pace)
{
    public CloudState Cloud => cloud;

    public CommandContract Contract => contract;

    /// <summary>The moment of the call; a job sets its own.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public Pace Pace => pace;

    /// <summary>The name of the user who calls.</summary>
    public string User { get; init; } = "admin";

    /// <summary>What this call sees of others at the same time.</summary>
    public Race Race { get; init; } = Race.None;

    /// <summary>The row that the first half of an asynccreate command made.</summary>
    public CloudObject? Made { get; set; }

    public bool Has(string name) => given.ContainsKey(name);

    /// <summary>The value as given, empty included; null when absent.</summary>
    public string? Text(string name) => given.GetValueOrDefault(name);

    /// <summary>The value, null when absent or empty.</summary>
    public string? Filled(string name) => given.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Only the text <c>true</c> in any case is true.</summary>
    public bool Flag(string name, bool absent = false) => given.TryGetValue(name, out var value) ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : absent;

    public int? Number(string name) => given.TryGetValue(name, out var value) && JavaNumber.TryRead(value, out var number) ? number : null;

    public List<string> List(string name) => given.TryGetValue(name, out var value) ? [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [];

    public T? Row<T>(string name) where T : CloudObject => rows.TryGetValue(name, out var found) && found.Count > 0 ? found[0] as T : null;

    public IReadOnlyList<CloudObject> Rows(string name) => rows.GetValueOrDefault(name) ?? [];

    /// <summary>A map given as <c>name[n].key=…&amp;name[n].value=…</c> or as <c>name[n].field=value</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Map(string name) => Entries(name).SelectMany(e =>
        e.TryGetValue("key", out var key) && e.TryGetValue("value", out var value) ? [KeyValuePair.Create(key, value)] : e.AsEnumerable());

    /// <summary>The entries of <c>name[n].field=value</c>, by index.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Entries(string name)
    {
        var entries = new SortedDictionary<int, Dictionary<string, string>>();
        foreach (var (key, value) in given)
        {
            if (!key.StartsWith(name + "[", StringComparison.Ordinal))
                continue;
            var close = key.IndexOf(']', StringComparison.Ordinal);
            var index = int.Parse(key[(name.Length + 1)..close], CultureInfo.InvariantCulture);
            if (!entries.TryGetValue(index, out var entry))
                entries[index] = entry = new Dictionary<string, string>(StringComparer.Ordinal);
            entry[close + 2 <= key.Length ? key[(close + 2)..] : ""] = value;
        }
        return entries.Values;
    }
}
