using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A zone as CloudStack lists it.</summary>
public sealed record ListedZone(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>networktype</c>.</summary>
    public string? NetworkType => Row.Text("networktype");

    /// <summary><c>securitygroupsenabled</c>.</summary>
    public bool SecurityGroupsEnabled => Row.Flag("securitygroupsenabled");

    /// <summary><c>allocationstate</c>.</summary>
    public string? AllocationState => Row.Text("allocationstate");

    /// <summary><c>type</c>.</summary>
    public string? Type => Row.Text("type");

    /// <summary><c>dns1</c>.</summary>
    public string? Dns1 => Row.Text("dns1");

    /// <summary><c>dns2</c>.</summary>
    public string? Dns2 => Row.Text("dns2");

    /// <summary><c>internaldns1</c>.</summary>
    public string? InternalDns1 => Row.Text("internaldns1");

    /// <summary><c>internaldns2</c>.</summary>
    public string? InternalDns2 => Row.Text("internaldns2");

    /// <summary><c>guestcidraddress</c>.</summary>
    public string? GuestCidr => Row.Text("guestcidraddress");

    /// <summary><c>domain</c>.</summary>
    public string? Domain => Row.Text("domain");

    /// <summary><c>localstorageenabled</c>.</summary>
    public bool LocalStorageEnabled => Row.Flag("localstorageenabled");

    /// <summary><c>resourcedetails</c>.</summary>
    public IReadOnlyDictionary<string, string> Details => Row.Map("resourcedetails");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedZone>> ListAsync(
        CloudStackClient client, string? id = null, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listZones", [("id", id), ("name", name)], row => new ListedZone(row), cancel);
}
