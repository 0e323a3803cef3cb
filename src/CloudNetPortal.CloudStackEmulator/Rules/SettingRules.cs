using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class SettingRules
{
    private static readonly HashSet<string> Positive = new(StringComparer.OrdinalIgnoreCase)
    {
        "event.purge.interval", "account.cleanup.interval", "alert.wait", "consoleproxy.capacityscan.interval", "expunge.interval", "host.stats.interval", "network.gc.interval", "ping.interval",
        "snapshot.poll.interval", "storage.stats.interval", "storage.cleanup.interval", "wait", "xenserver.heartbeat.interval", "xenserver.heartbeat.timeout", "incorrect.login.attempts.allowed",
    };

    /// <summary>CS-1701, CS-1702.</summary>
    public static JsonObject Find(Call call, string name)
    {
        if (name.Equals("dynamic.apichecker.enabled", StringComparison.OrdinalIgnoreCase))
            throw Refusal.Command(431, "Restricted configuration update not allowed");
        var setting = call.Cloud.SettingRow(name) ?? throw Refusal.Value($"Config parameter with name {name} doesn't exist");
        string[] scopes = ["zoneid", "clusterid", "storageid", "imagestoreuuid", "accountid", "domainid", "managementserverid"];
        var given = scopes.Where(call.Has).ToList();
        if (given.Count > 1)
            throw Refusal.Value("cannot handle multiple IDs, provide only one ID corresponding to the scope");
        if (given.Count == 1 && !(given[0] == "zoneid" && FreshCloud.ZoneSettings.Contains(setting["name"]!.ToString())))
            throw Refusal.Value($"Invalid scope id provided for the parameter {name}");
        return setting;
    }

    /// <summary>CS-1703, CS-1704.</summary>
    public static void Value(JsonObject setting, string value)
    {
        var name = setting["name"]!.ToString();
        switch (setting["type"]!.ToString())
        {
            case "Boolean" when !value.Equals("true", StringComparison.OrdinalIgnoreCase) && !value.Equals("false", StringComparison.OrdinalIgnoreCase):
                throw Refusal.Value($"Value [{value}] is not a valid [Boolean].");
            case "Number" when !JavaNumber.TryReadLong(value, out _):
                throw Refusal.Value($"Value [{value}] is not a valid [Integer].");
            case "Decimal" or "Range" when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                throw Refusal.Value($"Value [{value}] is not a valid [Float].");
        }
        if (Positive.Contains(name) && JavaNumber.TryReadLong(value, out var number) && number < 1)
            throw Refusal.Value($"Please enter a positive value for the configuration parameter: [{name}].");
        if (name.EndsWith(".overprovisioning.factor", StringComparison.Ordinal) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor <= 0)
            throw Refusal.Value($"Value for configuration [{name}] should be greater than 0.");
        if (name.EndsWith("threshold", StringComparison.Ordinal) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is < 0 or > 1)
            throw Refusal.Value($"Please enter a value between 0 and 1 for the configuration parameter: [{name}].");
    }
}
