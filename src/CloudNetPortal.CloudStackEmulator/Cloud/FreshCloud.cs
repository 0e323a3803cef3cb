using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>What a freshly installed server answers before anybody has made a zone: offerings, settings, domain, account, capabilities.</summary>
internal static class FreshCloud
{
    private static readonly JsonObject Facts = Read();

    private static readonly Dictionary<string, JsonObject> SettingsByName =
        Facts["configuration"]!.AsArray().ToDictionary(c => c!["name"]!.ToString(), c => c!.AsObject(), StringComparer.OrdinalIgnoreCase);

    public static readonly IReadOnlyList<KnownObject> NetworkOfferings = Known("networkoffering", 1);
    public static readonly IReadOnlyList<KnownObject> ServiceOfferings = Known("serviceoffering", 1);
    public static readonly IReadOnlyList<KnownObject> Domains = Known("domain", 1);
    public static readonly IReadOnlyList<KnownObject> Accounts = [.. Known("account", 2), BaremetalAccount()];
    public static readonly IReadOnlyList<KnownObject> Users = [.. Accounts.Select(a => new KnownObject((JsonObject)a.Json["user"]![0]!.DeepClone()) { Id = a.Json["user"]![0]!["id"]!.ToString(), Number = a.Number })];
    public static readonly HashSet<string> ZoneSettings = [.. Facts["zonescoped"]!.AsArray().Select(n => n!.ToString())];

    public static KnownObject RootDomain => Domains[0];

    public static KnownObject Admin => Accounts[0];

    public static string AdminUserId => Users[0].Id;

    public static IReadOnlyCollection<JsonObject> Settings => SettingsByName.Values;

    public static JsonObject? Setting(string name) => SettingsByName.GetValueOrDefault(name);

    public static JsonNode Fact(string name) => Facts[name]!.DeepClone();

    /// <summary>The services that each loaded provider offers, as <c>listSupportedNetworkServices</c> tells them.</summary>
    public static IEnumerable<(string Provider, string Service, bool Individual)> ProviderServices() =>
        from service in Facts["networkservice"]!.AsArray()
        from provider in service!["provider"]!.AsArray()
        select (provider!["name"]!.ToString(), service!["name"]!.ToString(), provider!["canenableindividualservice"]!.GetValue<bool>());

    private static List<KnownObject> Known(string key, long number) =>
        [.. Facts[key]!.AsArray().Select((o, i) => new KnownObject(o!.AsObject()) { Id = o!["id"]!.ToString(), Number = number + i })];

    private static KnownObject BaremetalAccount()
    {
        var json = (JsonObject)Facts["account"]![0]!.DeepClone();
        json["id"] = "b27084d4-243d-4ea3-aa42-87be5453322f";
        json["name"] = "baremetal-system-account";
        json["isdefault"] = false;
        var user = json["user"]![0]!.AsObject();
        user["id"] = "8d044803-f9d9-488e-a10e-695516f070b2";
        user["username"] = "baremetal-system-account";
        user["account"] = "baremetal-system-account";
        user["accountid"] = json["id"]!.ToString();
        user["isdefault"] = false;
        return new KnownObject(json) { Id = json["id"]!.ToString(), Number = 3 };
    }

    private static JsonObject Read()
    {
        using var stream = typeof(FreshCloud).Assembly.GetManifestResourceStream("fresh-cloud.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
