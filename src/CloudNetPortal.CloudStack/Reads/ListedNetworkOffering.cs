using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A network offering.</summary>
public sealed record ListedNetworkOffering(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>traffictype</c>.</summary>
    public string? TrafficType => Row.Text("traffictype");

    /// <summary><c>guestiptype</c>.</summary>
    public string? GuestIpType => Row.Text("guestiptype");

    /// <summary><c>specifyvlan</c>.</summary>
    public bool SpecifyVlan => Row.Flag("specifyvlan");

    /// <summary><c>specifyipranges</c>.</summary>
    public bool SpecifyIpRanges => Row.Flag("specifyipranges");

    /// <summary><c>tags</c>.</summary>
    public IReadOnlyList<string> Tags => Row.Texts("tags");

    /// <summary><c>service</c>.</summary>
    public IReadOnlyList<ListedRow> Services => Row.Rows("service");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedNetworkOffering>> ListAsync(
        CloudStackClient client, string? name = null, string? id = null, string? zoneId = null, string? state = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listNetworkOfferings", [("name", name), ("id", id), ("zoneid", zoneId), ("state", state)], row => new ListedNetworkOffering(row), cancel);
}
