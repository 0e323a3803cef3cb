using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A guest network, with what accounts and projects own left to the filters.</summary>
public sealed record ListedNetwork(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>physicalnetworkid</c>.</summary>
    public string? PhysicalNetworkId => Row.Text("physicalnetworkid");

    /// <summary><c>type</c>.</summary>
    public string? Type => Row.Text("type");

    /// <summary><c>traffictype</c>.</summary>
    public string? TrafficType => Row.Text("traffictype");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>vlan</c>.</summary>
    public string? Vlan => Row.Text("vlan");

    /// <summary><c>gateway</c>.</summary>
    public string? Gateway => Row.Text("gateway");

    /// <summary><c>netmask</c>.</summary>
    public string? Netmask => Row.Text("netmask");

    /// <summary><c>networkofferingid</c>.</summary>
    public string? NetworkOfferingId => Row.Text("networkofferingid");

    /// <summary><c>networkofferingname</c>.</summary>
    public string? NetworkOfferingName => Row.Text("networkofferingname");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedNetwork>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? physicalNetworkId = null, string? id = null, string? listAll = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listNetworks", [("zoneid", zoneId), ("physicalnetworkid", physicalNetworkId), ("id", id), ("listall", listAll)], row => new ListedNetwork(row), cancel);
}
