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
        "snapshot.poll.interval", "storage.stats.interval", "storage.cleanup.interval", "wait", "xenserver.heartbeat.interval", "xenserver.heartbeat.timeout", "ovm3.heartbeat.interval",
        "ovm3.heartbeat.timeout", "incorrect.login.attempts.allowed", "vm.password.length", "externaldhcp.vmip.retrieval.interval", "externaldhcp.vmip.max.retry", "remote.access.vpn.psk.length",
        "storage.pool.disk.wait", "vm.userdata.max.length",
    };

    /// <summary>Settings that the server keeps as long numbers or as double ones; the others are integers and floats.</summary>
    private static readonly HashSet<string> Long = new(StringComparer.OrdinalIgnoreCase)
    {
        "storage.max.volume.size", "job.expire.minutes", "job.cancel.threshold.minutes", "vmsnapshot.create.wait", "max.account.primary.storage", "max.account.secondary.storage", "max.domain.primary.storage",
        "max.domain.secondary.storage", "max.project.primary.storage", "max.project.secondary.storage", "resourcecount.check.interval", "router.aggregation.command.each.timeout",
    };
    private static readonly HashSet<string> Double = new(StringComparer.OrdinalIgnoreCase) { "ping.timeout", "kvm.ha.activity.check.failure.ratio", "backup.compression.minimum.free.storage" };

    /// <summary>Settings that a cluster may have for itself, and those of a storage pool.</summary>
    private static readonly HashSet<string> ClusterScope = new(StringComparer.OrdinalIgnoreCase)
    {
        "cpu.overprovisioning.factor", "mem.overprovisioning.factor", "cluster.cpu.allocated.capacity.disablethreshold", "cluster.memory.allocated.capacity.disablethreshold", "drs.max.migrations",
        "kvm.ha.health.check.timeout", "kvm.ha.activity.check.timeout", "kvm.ha.activity.check.max.attempts", "kvm.ha.activity.check.failure.ratio", "kvm.ha.degraded.max.period",
        "kvm.ha.recover.wait.period", "kvm.ha.recover.timeout", "kvm.ha.recover.failure.threshold", "kvm.ha.fence.timeout", "xen.vm.vcpu.max",
    };
    private static readonly HashSet<string> PoolScope = new(StringComparer.OrdinalIgnoreCase)
    {
        "storage.overprovisioning.factor", "pool.storage.capacity.disablethreshold", "pool.storage.allocated.capacity.disablethreshold",
    };

    /// <summary>The values of the zone, cluster or pool that the call names; null for the whole cloud.</summary>
    public static SortedDictionary<string, string>? Scope(Call call) => call.Row<Zone>("zoneid")?.Settings ?? call.Row<Cluster>("clusterid")?.Settings ?? call.Row<StoragePool>("storageid")?.Settings;

    /// <summary>What the answers call that scope.</summary>
    public static string? ScopeName(Call call) => call.Has("zoneid") ? "zone" : call.Has("clusterid") ? "cluster" : call.Has("storageid") ? "storagepool" : null;

    public static bool HasScope(string setting, string? scope) => scope switch
    {
        null => true,
        "zone" => FreshCloud.ZoneSettings.Contains(setting),
        "cluster" => ClusterScope.Contains(setting),
        _ => PoolScope.Contains(setting),
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
        var key = setting["name"]!.ToString();
        if (given.Count == 1 && (ScopeName(call) is not { } scope || !HasScope(key, scope)))
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
                throw Refusal.Value($"Value [{value}] is not a valid [class java.lang.Boolean].");
            case "Number" when !JavaNumber.TryRead(value, out _) && !(Long.Contains(name) && JavaNumber.TryReadLong(value, out _)):
                throw Refusal.Value($"Value [{value}] is not a valid [class java.lang.{(Long.Contains(name) ? "Long" : "Integer")}].");
            case "Decimal" or "Range" when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                throw Refusal.Value($"Value [{value}] is not a valid [class java.lang.{(Double.Contains(name) ? "Double" : "Float")}].");
        }
        if (Positive.Contains(name) && JavaNumber.TryReadLong(value, out var number) && number < 1)
            throw Refusal.Value($"Please enter a positive value for the configuration parameter: [{name}].");
        if (name.EndsWith(".overprovisioning.factor", StringComparison.Ordinal) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor <= 0)
            throw Refusal.Value($"Value for configuration [{name}] should be greater than 0.");
        if (setting["type"]!.ToString() is "Decimal" or "Range" && name.EndsWith("threshold", StringComparison.Ordinal) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is < 0 or > 1)
            throw Refusal.Value($"Please enter a value between 0 and 1 for the configuration parameter: [{name}].");
        if (setting["type"]!.ToString() == "String" && value.Length > 0)
            Addresses(name, value);
    }

    /// <summary>CS-1703: settings that hold an address or a range of addresses.</summary>
    private static void Addresses(string name, string value)
    {
        var wrong = name.EndsWith(".iprange", StringComparison.Ordinal)
            ? value.Split('-') is not [var first, var last] || !Ipv4.IsValid(first) || !Ipv4.IsValid(last)
            : (name.EndsWith(".ip", StringComparison.Ordinal) || name.EndsWith(".ipaddress", StringComparison.Ordinal)) && !Ipv4.IsValid(value);
        if (wrong)
            throw Refusal.Value("Invalid IP address value(s) specified for the config value.");
    }
}
