using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>An address range with its VLAN: public, or of a shared guest network.</summary>
public sealed record ListedVlanIpRange(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>zoneid</c>.</summary>
    public string ZoneId => Row.Required("zoneid");

    /// <summary><c>vlan</c>.</summary>
    public string? Vlan => Row.Text("vlan");

    /// <summary><c>gateway</c>.</summary>
    public string? Gateway => Row.Text("gateway");

    /// <summary><c>netmask</c>.</summary>
    public string? Netmask => Row.Text("netmask");

    /// <summary><c>startip</c>.</summary>
    public string? StartIp => Row.Text("startip");

    /// <summary><c>endip</c>.</summary>
    public string? EndIp => Row.Text("endip");

    /// <summary><c>ip6gateway</c>.</summary>
    public string? Ip6Gateway => Row.Text("ip6gateway");

    /// <summary><c>ip6cidr</c>.</summary>
    public string? Ip6Cidr => Row.Text("ip6cidr");

    /// <summary><c>forvirtualnetwork</c>.</summary>
    public bool ForVirtualNetwork => Row.Flag("forvirtualnetwork");

    /// <summary><c>forsystemvms</c>.</summary>
    public bool ForSystemVms => Row.Flag("forsystemvms");

    /// <summary><c>podid</c>.</summary>
    public string? PodId => Row.Text("podid");

    /// <summary><c>networkid</c>.</summary>
    public string? NetworkId => Row.Text("networkid");

    /// <summary><c>physicalnetworkid</c>.</summary>
    public string? PhysicalNetworkId => Row.Text("physicalnetworkid");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedVlanIpRange>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? networkId = null, string? physicalNetworkId = null, string? id = null, string? forVirtualNetwork = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listVlanIpRanges", [("zoneid", zoneId), ("networkid", networkId), ("physicalnetworkid", physicalNetworkId), ("id", id), ("forvirtualnetwork", forVirtualNetwork)], row => new ListedVlanIpRange(row), cancel);
}
