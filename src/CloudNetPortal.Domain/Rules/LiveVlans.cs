using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Rules;

/// <summary>Guest VLANs of a zone as the cloud has them now.</summary>
/// <param name="ReadAt">When they were read.</param>
/// <param name="Networks">One entry per physical network.</param>
public sealed record LiveVlans(DateTimeOffset ReadAt, IReadOnlyList<LiveVlans.Network> Networks)
{
    /// <summary>A physical network of the cloud.</summary>
    /// <param name="Name">Its name; CloudStack takes twins.</param>
    /// <param name="Set">Its guest VLANs.</param>
    /// <param name="Uses">Who has some of them.</param>
    public sealed record Network(string Name, VlanSet Set, IReadOnlyList<Use> Uses);

    /// <summary>VLANs somebody has.</summary>
    /// <param name="Vlans">Which.</param>
    /// <param name="Account">Account that has them; empty for a whole domain or when unknown.</param>
    /// <param name="By">For people: “network web-1”, “account acme”.</param>
    /// <param name="IsDedicated">True for a dedication, false for a network that runs on one.</param>
    public sealed record Use(VlanSet Vlans, string Account, string By, bool IsDedicated);

    /// <summary>Reads them out of a snapshot; null when the zone is not there or its physical networks were not read.</summary>
    public static LiveVlans? From(ZoneSnapshot snapshot)
    {
        if (snapshot.ZoneId is null || !snapshot.Lists.TryGetValue("listPhysicalNetworks", out var rows))
            return null;
        var uses = Uses(snapshot, "listNetworks", "vlan", r => $"network {Text(r, "name")}", false).Concat(Uses(snapshot, "listDedicatedGuestVlanRanges", "guestvlanrange", r => Text(r, "account") is { Length: > 0 } account ? $"account {account}" : $"domain {Text(r, "domain")}", true)).ToLookup(u => u.Network, u => u.Use);
        return new LiveVlans(snapshot.ReadAt, [.. rows.Select(r => new Network(Text(r, "name"), Set(Text(r, "vlan")), [.. uses[Text(r, "id")]]))]);
    }

    private static IEnumerable<(string Network, Use Use)> Uses(ZoneSnapshot snapshot, string list, string field, Func<JsonElement, string> who, bool dedicated) =>
        from row in snapshot.Rows(list)
        let vlans = Set(Text(row, field).Replace("vlan://", "", StringComparison.OrdinalIgnoreCase))
        where !vlans.IsEmpty
        select (Text(row, "physicalnetworkid"), new Use(vlans, Text(row, "account"), who(row), dedicated));

    private static VlanSet Set(string text) => VlanSet.TryParse(text, out var set, out _, int.MaxValue) ? set : VlanSet.Empty;

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
