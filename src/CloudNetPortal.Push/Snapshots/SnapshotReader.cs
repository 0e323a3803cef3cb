using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Push.Snapshots;

/// <summary>
/// Reads everything CloudStack lists of one zone, and changes nothing. Few calls: lists are asked for by zone wherever the API can, at most four at a time
/// (CloudStack 4.23 gains nothing from more). A command that the keys may not use leaves its list absent, with a note.
/// </summary>
/// <param name="client">The cloud.</param>
/// <param name="time">The clock.</param>
public sealed class SnapshotReader(CloudStackClient client, TimeProvider time)
{
    // Asked for one by one they cost a call for each; from so many on, the whole cloud's list is cheaper.
    private const int NetworksAskedOneByOne = 5;

    /// <summary>Reads the zone of that name; without regard to case, as CloudStack compares them. A zone that is not there gives a snapshot without an id.</summary>
    /// <exception cref="SnapshotException">The cloud does not answer, refuses the keys, or has several zones of that name.</exception>
    public Task<SnapshotReading> ReadByNameAsync(string name, CancellationToken cancel = default) => ReadAsync(null, name, cancel);

    /// <summary>Reads the zone of that id.</summary>
    /// <exception cref="SnapshotException">The cloud does not answer, or refuses the keys.</exception>
    public Task<SnapshotReading> ReadByIdAsync(string id, CancellationToken cancel = default) => ReadAsync(id, null, cancel);

    /// <summary>The zones of the cloud, for choosing one.</summary>
    /// <exception cref="SnapshotException">The cloud does not answer, or refuses the keys.</exception>
    public async Task<IReadOnlyList<ListedZone>> ListZonesAsync(CancellationToken cancel = default)
    {
        using var lists = new PatientLists(client, time, cancel);
        await lists.LearnCommandsAsync();
        return [.. (await lists.NeededAsync("listZones")).Select(r => new ListedZone(new ListedRow(r)))];
    }

    /// <summary>CloudStack's events since a moment, newest first and at most <paramref name="atMost"/>; none when the keys may not list them.</summary>
    /// <exception cref="SnapshotException">The cloud does not answer, or refuses the keys.</exception>
    public async Task<IReadOnlyList<JsonElement>> ReadEventsAsync(DateTimeOffset? since, int atMost = 2000, CancellationToken cancel = default)
    {
        using var lists = new PatientLists(client, time, cancel);
        await lists.LearnCommandsAsync();
        // The day is taken whole: servers read the hour in their own time zone.
        return await lists.FirstAsync("listEvents", atMost, ("listall", "true"), ("startdate", since?.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private async Task<SnapshotReading> ReadAsync(string? id, string? name, CancellationToken cancel)
    {
        using var lists = new PatientLists(client, time, cancel);
        await lists.LearnCommandsAsync();
        // Zones are few, and the name filter of listZones is a filter by exact text.
        var zones = await lists.NeededAsync("listZones", ("id", id));
        if (name is not null) zones = [.. zones.Where(z => string.Equals(FieldPath.Text(z, "name"), name, StringComparison.OrdinalIgnoreCase))];
        if (zones.Count > 1) throw new SnapshotException($"{zones.Count} zones of this cloud are called “{name}”. Name the one meant by its id: {string.Join(", ", zones.Select(z => FieldPath.Text(z, "id")))}.");

        var found = new SnapshotLists();
        found.Set("listZones", zones);
        if (zones is not [var zone])
        {
            // What a plan of a new zone looks up outside the zone.
            await Task.WhenAll(CloudWide(lists, found));
            return new SnapshotReading(new ZoneSnapshot(null, time.GetUtcNow(), found.All), lists.Notes, lists.Calls);
        }
        var zoneId = FieldPath.Text(zone, "id")!;
        var networks = await lists.ReadAsync("listPhysicalNetworks", ("zoneid", zoneId));
        found.Set("listPhysicalNetworks", networks);
        var networkIds = (networks ?? []).Select(n => FieldPath.Text(n, "id")!).ToArray();

        await Task.WhenAll(
        [
            .. CloudWide(lists, found), TrafficTypesAsync(lists, found, networkIds), ProvidersAsync(lists, found, networkIds), DedicationsAsync(lists, found, zoneId, networkIds), AnnotationsAsync(lists, found),
            .. ByZone.Select(async list => found.Set(list.Command, await lists.ReadAsync(list.Command, [("zoneid", zoneId), .. list.More]))),
            ZoneSettingsAsync(lists, found, zoneId), ImageStoresAsync(lists, found, zoneId),
        ]);
        return new SnapshotReading(new ZoneSnapshot(zoneId, time.GetUtcNow(), found.All), lists.Notes, lists.Calls);
    }

    // Isolated networks belong to tenants and are many; shared ones are part of the zone.
    private static readonly (string Command, (string, string?)[] More)[] ByZone =
    [
        ("listPods", []), ("listVlanIpRanges", []), ("listStorageNetworkIpRange", []), ("listClusters", []), ("listHosts", [("type", "Routing")]), ("listStoragePools", []),
        ("listSecondaryStagingStores", []), ("listNetworks", [("listall", "true"), ("type", "Shared")]), ("listSystemVms", []), ("listVmwareDcs", []), ("listDedicatedZones", []),
        ("listIpv4SubnetsForZone", []), ("listGuestNetworkIpv6Prefixes", []), ("listBgpPeers", []), ("listASNRanges", []),
    ];

    private static readonly string[] Elements = ["listVirtualRouterElements", "listInternalLoadBalancerElements", "listOvsElements"];

    private static IEnumerable<Task> CloudWide(PatientLists lists, SnapshotLists found) =>
        new (string Command, (string, string?)[] Filters)[] { ("listNetworkOfferings", []), ("listDomains", [("listall", "true"), ("details", "min")]), ("listConfigurations", []), ("listDedicatedPods", []), ("listDedicatedClusters", []), ("listDedicatedHosts", []) }
            .Select(async list => found.Set(list.Command, await lists.ReadAsync(list.Command, list.Filters)));

    private static async Task TrafficTypesAsync(PatientLists lists, SnapshotLists found, string[] networks)
    {
        // The only list that cannot be had for a zone.
        var each = await Task.WhenAll(networks.Select(async n => (await lists.ReadAsync("listTrafficTypes", ("physicalnetworkid", n)))?.Select(r => With(r, "physicalnetworkid", n))));
        found.Set("listTrafficTypes", each.Contains(null) ? null : [.. each.SelectMany(e => e!)]);
    }

    private static async Task ProvidersAsync(PatientLists lists, SnapshotLists found, string[] networks)
    {
        IReadOnlyList<JsonElement>? providers;
        if (networks.Length <= NetworksAskedOneByOne)
        {
            var each = await Task.WhenAll(networks.Select(n => lists.ReadAsync("listNetworkServiceProviders", ("physicalnetworkid", n))));
            providers = each.Contains(null) ? null : [.. each.SelectMany(e => e!)];
        }
        else
            providers = Only(await lists.ReadAsync("listNetworkServiceProviders"), "physicalnetworkid", networks);
        found.Set("listNetworkServiceProviders", providers);
        var ids = (providers ?? []).Select(p => FieldPath.Text(p, "id")!).ToArray();
        await Task.WhenAll(Elements.Select(async command => found.Set(command, Only(await lists.ReadAsync(command), "nspid", ids))));
    }

    private static async Task DedicationsAsync(PatientLists lists, SnapshotLists found, string zone, string[] networks)
    {
        var all = await lists.ReadAsync("listDedicatedGuestVlanRanges", ("zoneid", zone));
        // Rows name their network by CloudStack's internal number; only asking by network tells which it is.
        if (all is { Count: > 0 })
            all = networks is [var only]
                ? [.. all.Select(r => With(r, "physicalnetworkid", only))]
                : [.. (await Task.WhenAll(networks.Select(async n => (await lists.ReadAsync("listDedicatedGuestVlanRanges", ("physicalnetworkid", n)) ?? []).Select(r => With(r, "physicalnetworkid", n))))).SelectMany(r => r)];
        found.Set("listDedicatedGuestVlanRanges", all is null ? null : [.. all.Select(r => With(r, "zoneid", zone))]);
    }

    // Settings of the zone's scope come under a name of their own, because the same command also lists those of the whole cloud.
    private static async Task ZoneSettingsAsync(PatientLists lists, SnapshotLists found, string zone) =>
        found.Set(ZoneSnapshot.ZoneSettings, await lists.ReadAsync("listConfigurations", ("zoneid", zone)));

    // Object stores belong to no zone and serve all.
    private static async Task ImageStoresAsync(PatientLists lists, SnapshotLists found, string zone) =>
        found.Set("listImageStores", (await lists.ReadAsync("listImageStores"))?.Where(s => FieldPath.Text(s, "zoneid") is not { Length: > 0 } of || of == zone).ToArray());

    private static async Task AnnotationsAsync(PatientLists lists, SnapshotLists found) => found.Set("listAnnotations", await lists.ReadAsync("listAnnotations"));

    private static IReadOnlyList<JsonElement>? Only(IReadOnlyList<JsonElement>? rows, string field, string[] values) =>
        rows is null ? null : [.. rows.Where(r => values.Contains(FieldPath.Text(r, field), StringComparer.Ordinal))];

    private static JsonElement With(JsonElement row, string field, string value)
    {
        if (FieldPath.Text(row, field) == value) return row;
        var copy = JsonNode.Parse(row.GetRawText())!.AsObject();
        copy[field] = value;
        return JsonSerializer.SerializeToElement(copy);
    }
}
