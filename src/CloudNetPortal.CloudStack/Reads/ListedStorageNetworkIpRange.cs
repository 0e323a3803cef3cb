using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A storage network address range of a pod.</summary>
public sealed record ListedStorageNetworkIpRange(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>podid</c>.</summary>
    public string PodId => Row.Required("podid");

    /// <summary><c>vlan</c>.</summary>
    public string? Vlan => Row.Text("vlan");

    /// <summary><c>gateway</c>.</summary>
    public string? Gateway => Row.Text("gateway");

    /// <summary><c>netmask</c>.</summary>
    public string? Netmask => Row.Text("netmask");

    /// <summary><c>startip</c>.</summary>
    public string? StartIp => Row.Text("startip");

    /// <summary><c>endip</c>.</summary>
    public string? EndIp => Row.Text("endip");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedStorageNetworkIpRange>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? podId = null, string? id = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listStorageNetworkIpRange", [("zoneid", zoneId), ("podid", podId), ("id", id)], row => new ListedStorageNetworkIpRange(row), cancel);
}
