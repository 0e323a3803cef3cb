using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A network service provider of a physical network.</summary>
public sealed record ListedProvider(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>physicalnetworkid</c>.</summary>
    public string PhysicalNetworkId => Row.Required("physicalnetworkid");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>servicelist</c>.</summary>
    public IReadOnlyList<string> Services => Row.Texts("servicelist");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedProvider>> ListAsync(
        CloudStackClient client, string? physicalNetworkId = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listNetworkServiceProviders", [("physicalnetworkid", physicalNetworkId), ("name", name)], row => new ListedProvider(row), cancel);
}
