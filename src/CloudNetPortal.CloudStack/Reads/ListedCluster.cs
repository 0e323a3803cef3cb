using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A cluster of a pod.</summary>
public sealed record ListedCluster(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>podid</c>.</summary>
    public string PodId => Row.Required("podid");

    /// <summary><c>hypervisortype</c>.</summary>
    public string? Hypervisor => Row.Text("hypervisortype");

    /// <summary><c>clustertype</c>.</summary>
    public string? ClusterType => Row.Text("clustertype");

    /// <summary><c>allocationstate</c>.</summary>
    public string? AllocationState => Row.Text("allocationstate");

    /// <summary><c>managedstate</c>.</summary>
    public string? ManagedState => Row.Text("managedstate");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedCluster>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? podId = null, string? id = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listClusters", [("zoneid", zoneId), ("podid", podId), ("id", id), ("name", name)], row => new ListedCluster(row), cancel);
}
