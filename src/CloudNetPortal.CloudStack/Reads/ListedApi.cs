using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>A command the caller may use.</summary>
public sealed record ListedApi(ListedRow Row)
{
    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>isasync</c>.</summary>
    public bool IsAsync => Row.Flag("isasync");

    /// <summary><c>since</c>.</summary>
    public string? Since => Row.Text("since");

    /// <summary><c>params</c>.</summary>
    public IReadOnlyList<ListedRow> Parameters => Row.Rows("params");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedApi>> ListAsync(
        CloudStackClient client, string? name = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listApis", [("name", name)], row => new ListedApi(row), cancel);
}
