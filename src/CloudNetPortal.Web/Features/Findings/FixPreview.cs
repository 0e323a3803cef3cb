using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Features.Approvals;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>One field that a fix would change.</summary>
/// <param name="Where">The field, in words.</param>
/// <param name="Before">What it holds.</param>
/// <param name="After">What it would hold.</param>
public sealed record FixPreview(string Where, string Before, string After)
{
    /// <summary>Everything a fix would change, field by field.</summary>
    public static IReadOnlyList<FixPreview> Of(Fix fix, ZoneDesign design, CatalogueSnapshot catalogue)
    {
        var names = new PathNames(design);
        var tree = new DesignTree(DesignJson.ToTree(design));
        return
        [
            .. (fix.DesignEdits ?? []).Select(e => new FixPreview($"Design: {names.Of(e.Path)}", EditTable.Text(tree.Get(e.Path)), EditTable.Text(e.To))),
            .. (fix.CatalogueEdits ?? []).Select(e => Of(e, catalogue.Devices.FirstOrDefault(d => d.Name == e.Device)?.Interfaces ?? [])),
        ];
    }

    private static FixPreview Of(CatalogueEdit edit, List<Interface> ports) => edit switch
    {
        CatalogueEdit.AllowVlans allow when ports.Find(p => p.Name == allow.Port) is { } port =>
            new($"Catalogue: {allow.Device} {allow.Port}, tagged VLANs", Words(port.TaggedVlans?.ToDisplay()), Words((port.TaggedVlans?.Union(allow.Vlans) ?? allow.Vlans).ToDisplay())),
        CatalogueEdit.AddBridge add => new($"Catalogue: {add.Device}, bridge {add.Bridge}", "nothing", $"planned above {add.Uplink}"),
        CatalogueEdit.SetPortField set when ports.Find(p => p.Name == set.Port) is { } port => new($"Catalogue: {set.Device} {set.Port}, {Field(set.Field)}", Words(Now(port, set.Field)), Words(set.Value)),
        _ => new($"Catalogue: {edit.Device}", "not there any more", "nothing"),
    };

    private static string? Now(Interface port, string field) => field switch
    {
        "mtu" => port.Mtu?.ToString(), "enabled" => port.Enabled ? "true" : "false", "purpose" => port.Purpose, "untaggedVlan" => port.UntaggedVlan?.ToString(), _ => null,
    };

    private static string Field(string field) => field switch { "mtu" => "MTU", "untaggedVlan" => "untagged VLAN", _ => field };

    private static string Words(string? text) => string.IsNullOrEmpty(text) ? "nothing" : text;
}
