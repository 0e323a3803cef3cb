namespace CloudNetPortal.Web.Access;

/// <summary>What a caller may do, asked by use cases; pages ask the same to say beforehand why not.</summary>
internal static class Permissions
{
    public static bool MayEditCatalogue(this Caller caller) => caller.Is(Roles.CatalogueEditor);

    public static bool MayDesignZones(this Caller caller) => caller.Is(Roles.ZoneDesigner);

    public static bool MayImport(this Caller caller) => caller.Is(Roles.CatalogueEditor) || caller.Is(Roles.ZoneDesigner);

    public static bool MayApproveFor(this Caller caller, string team) => caller.Is(Roles.Approver) && caller.In(team);

    public static bool MayPush(this Caller caller) => caller.Is(Roles.Operator);

    public static bool MayKeepClouds(this Caller caller) => caller.Is(Roles.Operator) || caller.Is(Roles.Administrator);

    public static bool MayReadAudit(this Caller caller) => caller.Is(Roles.Auditor) || caller.Is(Roles.Administrator);

    public static bool MayAdminister(this Caller caller) => caller.Is(Roles.Administrator);
}
