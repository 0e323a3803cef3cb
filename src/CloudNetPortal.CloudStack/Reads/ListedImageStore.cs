using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A secondary storage (image store).</summary>
public sealed record ListedImageStore(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>zoneid</c>.</summary>
    public string? ZoneId => Row.Text("zoneid");

    /// <summary><c>url</c>.</summary>
    public string? Url => Row.Text("url");

    /// <summary><c>protocol</c>.</summary>
    public string? Protocol => Row.Text("protocol");

    /// <summary><c>providername</c>.</summary>
    public string? Provider => Row.Text("providername");

    /// <summary><c>scope</c>.</summary>
    public string? Scope => Row.Text("scope");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedImageStore>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? id = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listImageStores", [("zoneid", zoneId), ("id", id), ("name", name)], row => new ListedImageStore(row), cancel);
}
