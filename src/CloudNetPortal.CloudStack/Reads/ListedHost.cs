using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A host; without a type CloudStack lists system VMs and storage servers too.</summary>
public sealed record ListedHost(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>type</c>.</summary>
    public string? Type => Row.Text("type");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>resourcestate</c>.</summary>
    public string? ResourceState => Row.Text("resourcestate");

    /// <summary><c>hypervisor</c>.</summary>
    public string? Hypervisor => Row.Text("hypervisor");

    /// <summary><c>ipaddress</c>.</summary>
    public string? IpAddress => Row.Text("ipaddress");

    /// <summary><c>zoneid</c>.</summary>
    public string? ZoneId => Row.Text("zoneid");

    /// <summary><c>podid</c>.</summary>
    public string? PodId => Row.Text("podid");

    /// <summary><c>clusterid</c>.</summary>
    public string? ClusterId => Row.Text("clusterid");

    /// <summary><c>hosttags</c>.</summary>
    public IReadOnlyList<string> HostTags => Row.Texts("hosttags");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedHost>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? clusterId = null, string? id = null, string? name = null, string? type = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listHosts", [("zoneid", zoneId), ("clusterid", clusterId), ("id", id), ("name", name), ("type", type)], row => new ListedHost(row), cancel);
}
