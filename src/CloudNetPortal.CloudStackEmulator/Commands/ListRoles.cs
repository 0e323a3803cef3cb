using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The four kinds of role that every installation has.</summary>
internal sealed class ListRoles : ListCommand<(string Name, string Type)>
{
    private static readonly (string Name, string Type)[] Roles = [("Root Admin", "Admin"), ("Resource Admin", "ResourceAdmin"), ("Domain Admin", "DomainAdmin"), ("User", "User")];

    protected override IEnumerable<(string Name, string Type)> Rows(Call call) =>
        Roles.Where(r => Same(call.Filled("name"), r.Name) && Same(call.Filled("type"), r.Type) && Like(call.Filled("keyword"), r.Name));

    protected override JsonNode Show(Call call, (string Name, string Type) row) =>
        Json.Of(("id", NameUuid.Of("role " + row.Name)), ("name", row.Name), ("type", row.Type), ("description", $"Default {row.Name.ToLowerInvariant()} role"), ("isdefault", true), ("ispublic", true), ("state", "enabled"));
}
