using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A domain of accounts.</summary>
public sealed record ListedDomain(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>path</c>.</summary>
    public string? Path => Row.Text("path");

    /// <summary><c>level</c>.</summary>
    public long? Level => Row.Number("level");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedDomain>> ListAsync(
        CloudStackClient client, string? id = null, string? name = null, string? listAll = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listDomains", [("id", id), ("name", name), ("listall", listAll)], row => new ListedDomain(row), cancel);
}
