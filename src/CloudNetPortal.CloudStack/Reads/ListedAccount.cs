using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>An account.</summary>
public sealed record ListedAccount(ListedRow Row)
{
    /// <summary><c>id</c>.</summary>
    public string Id => Row.Required("id");

    /// <summary><c>name</c>.</summary>
    public string Name => Row.Required("name");

    /// <summary><c>domainid</c>.</summary>
    public string? DomainId => Row.Text("domainid");

    /// <summary><c>domain</c>.</summary>
    public string? Domain => Row.Text("domain");

    /// <summary><c>domainpath</c>.</summary>
    public string? DomainPath => Row.Text("domainpath");

    /// <summary><c>roletype</c>.</summary>
    public string? RoleType => Row.Text("roletype");

    /// <summary><c>state</c>.</summary>
    public string? State => Row.Text("state");

    /// <summary>All of them that match; filters left out do not filter.</summary>
    public static Task<IReadOnlyList<ListedAccount>> ListAsync(
        CloudStackClient client, string? id = null, string? name = null, string? domainId = null, string? listAll = null, CancellationToken cancel = default) =>
        Listing.AllAsync(client, "listAccounts", [("id", id), ("name", name), ("domainid", domainId), ("listall", listAll)], row => new ListedAccount(row), cancel);
}
