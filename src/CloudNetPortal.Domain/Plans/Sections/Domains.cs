namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>CloudStack domains, found by their path.</summary>
internal static class Domains
{
    public static string KeyOf(string path) => $"domain/{path}";

    public static PlanStep Find(string path) => new()
    {
        Key = KeyOf(path), Section = "Zone", Title = $"Domain {path}", Command = "listDomains", OnlyFinds = true,
        Arguments = [PlanArgument.Of("listall", "true")],
        Lookup = new PlanLookup("listDomains", [PlanArgument.Of("listall", "true")], [PlanArgument.Of("path", path)]) { IgnoreCase = true },
    };
}
