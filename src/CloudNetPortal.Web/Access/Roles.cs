namespace CloudNetPortal.Web.Access;

/// <summary>The six roles. A person may hold several; four eyes are kept per change, not per role.</summary>
internal static class Roles
{
    public const string CatalogueEditor = nameof(CatalogueEditor);
    public const string ZoneDesigner = nameof(ZoneDesigner);
    public const string Approver = nameof(Approver);
    public const string Operator = nameof(Operator);
    public const string Auditor = nameof(Auditor);
    public const string Administrator = nameof(Administrator);

    /// <summary>Every role with the words that pages use for it.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, string May)> All =
    [
        (CatalogueEditor, "Catalogue editor", "Edit devices, racks and cables; import inventories"),
        (ZoneDesigner, "Zone designer", "Design zones, submit changes"),
        (Approver, "Approver", "Approve the part of a change that belongs to their teams"),
        (Operator, "Operator", "Push approved changes, pause and resume, keep clouds and their keys"),
        (Auditor, "Auditor", "Read the audit log"),
        (Administrator, "Administrator", "Keep people, teams, policy and clouds"),
    ];

    public static string NameOf(string key) => All.FirstOrDefault(role => role.Key == key).Name ?? key;
}
