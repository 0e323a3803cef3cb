using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A part of the guest VLANs that belongs to one account or project. Network and zone come as internal numbers, not as ids: filter by them instead.</summary>
public sealed record ListedDedicatedVlanRange(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>guestvlanrange</c>.</summary>
    public string Range => Row.Required("guestvlanrange");

    /// <summary><c>account</c>.</summary>
    public string? Account => Row.Text("account");

    /// <summary><c>domain</c>.</summary>
    public string? Domain => Row.Text("domain");

    /// <summary><c>domainid</c>.</summary>
    public string? DomainId => Row.Text("domainid");

    /// <summary><c>projectid</c>.</summary>
    public string? ProjectId => Row.Text("projectid");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedDedicatedVlanRange>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? physicalNetworkId = null, string? id = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listDedicatedGuestVlanRanges", [("zoneid", zoneId), ("physicalnetworkid", physicalNetworkId), ("id", id)], row => new ListedDedicatedVlanRange(row), cancel);
}
