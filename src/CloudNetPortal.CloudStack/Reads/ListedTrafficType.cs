using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A traffic type of a physical network with its labels per hypervisor.</summary>
public sealed record ListedTrafficType(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>traffictype</c>.</summary>
    public string TrafficType => Row.Required("traffictype");

    /// <summary><c>physicalnetworkid</c>.</summary>
    public string PhysicalNetworkId => Row.Required("physicalnetworkid");

    /// <summary><c>kvmnetworklabel</c>.</summary>
    public string? KvmLabel => Row.Text("kvmnetworklabel");

    /// <summary><c>xennetworklabel</c>.</summary>
    public string? XenLabel => Row.Text("xennetworklabel");

    /// <summary><c>vmwarenetworklabel</c>.</summary>
    public string? VmwareLabel => Row.Text("vmwarenetworklabel");

    /// <summary><c>hypervnetworklabel</c>.</summary>
    public string? HypervLabel => Row.Text("hypervnetworklabel");

    /// <summary><c>ovm3networklabel</c>.</summary>
    public string? Ovm3Label => Row.Text("ovm3networklabel");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedTrafficType>> ListAsync(
        CloudStackClient client, string? physicalNetworkId = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listTrafficTypes", [("physicalnetworkid", physicalNetworkId)], row => new ListedTrafficType(row), cancel);
}
