using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A primary storage pool, of a cluster, of a zone or local to a host.</summary>
public sealed record ListedStoragePool(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>podid</c>.</summary>
    public string? PodId => Row.Text("podid");

    /// <summary><c>clusterid</c>.</summary>
    public string? ClusterId => Row.Text("clusterid");

    /// <summary><c>scope</c>.</summary>
    public string? Scope => Row.Text("scope");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>type</c>.</summary>
    public string? Type => Row.Text("type");

    /// <summary><c>ipaddress</c>.</summary>
    public string? IpAddress => Row.Text("ipaddress");

    /// <summary><c>path</c>.</summary>
    public string? Path => Row.Text("path");

    /// <summary><c>provider</c>.</summary>
    public string? Provider => Row.Text("provider");

    /// <summary><c>tags</c>.</summary>
    public IReadOnlyList<string> Tags => Row.Texts("tags");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedStoragePool>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? clusterId = null, string? id = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listStoragePools", [("zoneid", zoneId), ("clusterid", clusterId), ("id", id), ("name", name)], row => new ListedStoragePool(row), cancel);
}
