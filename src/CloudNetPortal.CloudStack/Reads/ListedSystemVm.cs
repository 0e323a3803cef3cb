using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A system VM of a zone: console proxy or secondary storage.</summary>
public sealed record ListedSystemVm(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>systemvmtype</c>.</summary>
    public string? Type => Row.Text("systemvmtype");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary><c>agentstate</c>.</summary>
    public string? AgentState => Row.Text("agentstate");

    /// <summary><c>hostname</c>.</summary>
    public string? HostName => Row.Text("hostname");

    /// <summary><c>publicip</c>.</summary>
    public string? PublicIp => Row.Text("publicip");

    /// <summary><c>privateip</c>.</summary>
    public string? PrivateIp => Row.Text("privateip");

    /// <summary><c>storageip</c>.</summary>
    public string? StorageIp => Row.Text("storageip");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedSystemVm>> ListAsync(
        CloudStackClient client, string? zoneId = null, string? id = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listSystemVms", [("zoneid", zoneId), ("id", id)], row => new ListedSystemVm(row), cancel);
}
