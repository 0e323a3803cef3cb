using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A pod of a zone with its management address ranges.</summary>
public sealed record ListedPod(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>gateway</c>.</summary>
    public string? Gateway => Row.Text("gateway");

    /// <summary><c>netmask</c>.</summary>
    public string? Netmask => Row.Text("netmask");

    /// <summary><c>allocationstate</c>.</summary>
    public string? AllocationState => Row.Text("allocationstate");

    /// <summary><c>ipranges</c>.</summary>
    public IReadOnlyList<ListedRow> IpRanges => Row.Rows("ipranges");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedPod>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? id = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listPods", [("zoneid", zoneId), ("id", id), ("name", name)], row => new ListedPod(row), cancel);
}
