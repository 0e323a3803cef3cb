using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Journeys;

/// <summary>
/// A lab of three KVM hosts and two switches as files: NetBox tables, what <c>ip</c>, <c>bridge</c> and <c>lldpcli</c> print, into which faults are put.
/// Ours lies beside the tests; a larger one of the same names and numbers may lie beside the repository.
/// </summary>
internal sealed class LabFiles
{
    // The kinds of our own lab; others of a larger one say the same again in other words.
    private static readonly string[] Taken = ["netbox-", "ip-j-d-", "ip-j-route", "bridge-j-vlan", "bridge-j-link", "lldpcli-neighbors.json", "proc-"];
    private readonly Dictionary<string, string> _texts;

    public LabFiles(string folder) => _texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Taken.Any(t => Path.GetFileName(file).StartsWith(t, StringComparison.Ordinal)))
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);

    public static LabFiles Ours => new(RepositoryFiles.Beside("MainJob/Lab"));

    /// <summary>A bridge that nobody made on one host: what hung on it hangs on nothing.</summary>
    public LabFiles WithoutBridge(string host, string bridge) => Change($"{host}/", devices =>
    {
        foreach (var device in devices.OfType<JsonObject>().Where(d => (string?)d["master"] == bridge)) device.Remove("master");
        return new JsonArray([.. devices.Where(d => (string?)d!["ifname"] != bridge).Select(d => d!.DeepClone())]);
    });

    /// <summary>A VLAN that somebody forgot on one port of a switch.</summary>
    public LabFiles WithoutVlan(string device, string port, int vlan) => Change($"{device}/bridge-j-vlan", ports =>
    {
        var vlans = ports.Single(p => (string?)p!["ifname"] == port)!["vlans"]!.AsArray();
        Assert.NotNull(vlans.SingleOrDefault(v => (int)v!["vlan"]! == vlan));
        vlans.RemoveAll(v => (int)v!["vlan"]! == vlan);
        return ports;
    });

    /// <summary>All files in one archive, in folders named like the devices.</summary>
    public byte[] Zip()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in _texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    private LabFiles Change(string where, Func<JsonArray, JsonArray> change)
    {
        foreach (var name in _texts.Keys.Where(n => n.StartsWith(where, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal)).ToList())
        {
            if (JsonNode.Parse(_texts[name]) is JsonArray list) _texts[name] = change(list).ToJsonString();
        }

        return this;
    }
}
