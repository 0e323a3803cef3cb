using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A physical network of a zone. Names are not unique within a zone.</summary>
public sealed record ListedPhysicalNetwork(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>vlan</c>.</summary>
    public string? Vlan => Row.Text("vlan");

    /// <summary><c>tags</c>.</summary>
    public IReadOnlyList<string> Tags => Row.Texts("tags");

    /// <summary><c>isolationmethods</c>.</summary>
    public IReadOnlyList<string> IsolationMethods => Row.Texts("isolationmethods");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedPhysicalNetwork>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? id = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listPhysicalNetworks", [("zoneid", zoneId), ("id", id), ("name", name)], row => new ListedPhysicalNetwork(row), cancel);
}
