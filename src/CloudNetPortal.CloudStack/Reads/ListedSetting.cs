using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A configuration value, global or of a zone.</summary>
public sealed record ListedSetting(ListedRow Row)
{
    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>value</c>.</summary>
    public string? Value => Row.Text("value");

    /// <summary><c>defaultvalue</c>.</summary>
    public string? DefaultValue => Row.Text("defaultvalue");

    /// <summary><c>scope</c>.</summary>
    public string? Scope => Row.Text("scope");

    /// <summary><c>isdynamic</c>.</summary>
    public bool IsDynamic => Row.Flag("isdynamic");

    /// <summary><c>category</c>.</summary>
    public string? Category => Row.Text("category");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedSetting>> ListAsync(
        CloudStackClient client, string? name = null, string? zoneId = null, string? keyword = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listConfigurations", [("name", name), ("zoneid", zoneId), ("keyword", keyword)], row => new ListedSetting(row), cancel);
}
