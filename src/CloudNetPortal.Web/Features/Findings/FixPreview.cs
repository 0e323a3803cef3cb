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
            .. (fix.CatalogueEdits ?? []).Select(e => Of(e, catalogue)),
        ];
    }

    private static FixPreview Of(CatalogueEdit edit, CatalogueSnapshot catalogue)
    {
        List<Interface> ports = catalogue.Devices.FirstOrDefault(d => d.Name == edit.Device)?.Interfaces ?? [];
        Interface? Port(string name) => ports.Find(p => p.Name == name);
        return edit switch
        {
            CatalogueEdit.AllowVlans allow when Port(allow.Port) is { } port =>
                new($"Catalogue: {allow.Device} {allow.Port}, tagged VLANs", Words(port.TaggedVlans?.ToDisplay()), Words((port.TaggedVlans?.Union(allow.Vlans) ?? allow.Vlans).ToDisplay())),
            CatalogueEdit.AddBridge add => new($"Catalogue: {add.Device}, bridge {add.Bridge}", "nothing", $"planned above {add.Uplink}"),
            CatalogueEdit.SetPortField set when Port(set.Port) is { } port => new($"Catalogue: {set.Device} {set.Port}, {Field(set.Field)}", Words(Now(port, set.Field)), Words(set.Value)),
            CatalogueEdit.SetDeviceField set when catalogue.Devices.FirstOrDefault(d => d.Name == set.Device) is { } device => new($"Catalogue: {set.Device}, {set.Field}", Words($"{device.Position:0.#}"), Words(set.Value)),
            CatalogueEdit.AddAddress add when Port(add.Port) is { } port => new($"Catalogue: {add.Device} {add.Port}, addresses", Words(string.Join(", ", port.Addresses.Select(a => $"{a.Address}/{a.PrefixLength}"))), string.Join(", ", [.. port.Addresses.Select(a => $"{a.Address}/{a.PrefixLength}"), $"{add.Address}/{add.PrefixLength}"])),
            CatalogueEdit.JoinLag join when Port(join.Port) is { } port => new($"Catalogue: {join.Device} {join.Port}, LAG", Words(ports.Find(p => p.Id == port.BondId)?.Name), join.Lag is null ? "nothing" : $"{join.Lag} ({(join.Mode == BondMode.Lacp ? "LACP" : "static")})"),
            CatalogueEdit.SetCableField set when catalogue.Cables.FirstOrDefault(c => c.Id == set.Cable) is { } cable => new($"Catalogue: cable {set.Name} in {set.Device} {set.Port}, {set.Field}", Words(set.Field == "type" ? cable.Type : cable.Status.ToString().ToLowerInvariant()), Words(set.Field == "type" ? set.Value : set.Value?.ToLowerInvariant())),
            CatalogueEdit.MoveCable move => new($"Catalogue: cable {move.Name}, end", $"{move.Device} {move.Port}", $"{move.ToDevice} {move.ToPort}"),
            CatalogueEdit.PlanCable plan => new($"Catalogue: {plan.Device} {plan.Port}, cable", "nothing", $"planned to {plan.ToDevice} {plan.ToPort}"),
            _ => new($"Catalogue: {edit.Device}", "not there any more", "nothing"),
        };
    }

    private static string? Now(Interface port, string field) => field switch
    {
        "mtu" => port.Mtu?.ToString(), "enabled" => port.Enabled ? "true" : "false", "purpose" => port.Purpose, "untaggedVlan" => port.UntaggedVlan?.ToString(),
        "mac" => port.Mac is null ? null : string.Join(':', port.Mac.GetAddressBytes().Select(b => b.ToString("x2"))), "rearPosition" => port.RearPosition?.ToString(), "name" => port.Name, "speed" => port.SpeedMbps?.ToString(), _ => null,
    };

    private static string Field(string field) => field switch { "mtu" => "MTU", "untaggedVlan" => "untagged VLAN", "mac" => "MAC address", "rearPosition" => "position at the rear port", "speed" => "speed (Mbit/s)", _ => field };

    private static string Words(string? text) => string.IsNullOrEmpty(text) ? "nothing" : text;
}
