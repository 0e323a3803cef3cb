using CloudNetPortal.Store.Access;

namespace CloudNetPortal.Store.Scenes;

/// <summary>People for every role, so that four eyes can be tried by one pair of hands.</summary>
public static class SamplePeople
{
    /// <summary>Sign-in name, full name, roles, teams, and what they do.</summary>
    public static IReadOnlyList<SamplePerson> All { get; } =
    [
        new("ana", "Ana Design", ["ZoneDesigner", "CatalogueEditor"], [], "designs zones, keeps the catalogue"),
        new("kim", "Kim Network", ["Approver", "CatalogueEditor"], ["network"], "approves for network"),
        new("lee", "Lee Compute", ["Approver"], ["compute"], "approves for compute"),
        new("sam", "Sam Storage", ["Approver"], ["storage"], "approves for storage"),
        new("sue", "Sue Security", ["Approver", "Auditor"], ["security"], "approves for security, reads the audit log"),
        new("omar", "Omar Operator", ["Operator"], [], "pushes, keeps clouds"),
        new("ada", "Ada Admin", ["Administrator"], [], "keeps people, teams and clouds"),
    ];

    internal static PortalUser UserOf(SamplePerson person, DateTimeOffset now) => new()
    {
        SignInName = person.SignInName, DisplayName = person.Name, Roles = [.. person.Roles], CreatedAt = now, Memberships = [],
    };
}

/// <summary>Somebody of the sample.</summary>
public sealed record SamplePerson(string SignInName, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Teams, string Does);
