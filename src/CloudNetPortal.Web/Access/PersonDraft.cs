namespace CloudNetPortal.Web.Access;

/// <summary>A person as the form shows them; the password only when a new one is typed.</summary>
public sealed class PersonDraft
{
    public Guid? Id { get; init; }
    public string SignInName { get; set; } = "";
    public string DisplayName { get; set; } = "";
    public string Email { get; set; } = "";
    public string? Password { get; set; }
    public bool Disabled { get; set; }
    public HashSet<string> Roles { get; init; } = [];
    public HashSet<string> Teams { get; init; } = [];
}
