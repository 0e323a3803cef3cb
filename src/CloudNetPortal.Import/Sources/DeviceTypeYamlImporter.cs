using System.Globalization;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Inventory.Fields;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources;

/// <summary>A file of the community device-type library: a model with its ports. Racks and modules of the library are recognised and left out.</summary>
public sealed class DeviceTypeYamlImporter : InventoryImporter
{
    private static readonly string[] WithoutPlace =
    [
        "airflow", "comments", "subdevice_role", "weight", "weight_unit", "front_image", "rear_image", "is_powered", "description", "console-ports", "console-server-ports", "power-ports", "power-outlets",
        "module-bays", "device-bays", "inventory-items", "profile", "attributes", "exclude_from_utilization",
    ];

    /// <inheritdoc/>
    public override string Key => "device-type";
    /// <inheritdoc/>
    public override string Title => "Device type (YAML)";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file)
    {
        var lines = file.Text.Split('\n');
        return lines.Any(l => l.StartsWith("manufacturer:", StringComparison.Ordinal)) && lines.Any(l => l.StartsWith("model:", StringComparison.Ordinal)) ? 0.95 : 0;
    }

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        if (YamlText.Parse(reading.File.Text, reading.Log) is not YamlMap model)
            return;
        reading.Rows++;
        if (model.Text("manufacturer") is not { } maker || model.Text("model") is not { } name)
        {
            reading.Log.Error("Value missing", "A device type needs manufacturer and model.", "Fill them in.", model.Line);
            return;
        }
        if (model.Text("slug") is not { } slug || model.Text("form_factor") is not null)
        {
            reading.Unused = model.Text("form_factor") is not null ? "It describes a rack; racks are made where devices stand." : "It describes a module; the catalogue knows ports of devices, not of cards.";
            reading.Ok++;
            return;
        }
        var key = new RecordKey(RecordKind.DeviceType, maker, name);
        var source = reading.Source(model.Line);
        var ports = Ports(model, reading);
        var ok = Say("slug", slug) & Say("partNumber", model.Text("part_number")) & Say("height", model.Text("u_height")) & Say("fullDepth", model.Text("is_full_depth")) & Say("ports", DeviceFields.WritePorts(ports));
        foreach (var (unknown, value) in model.Entries)
            if (unknown is not ("manufacturer" or "model" or "slug" or "part_number" or "u_height" or "is_full_depth" or "interfaces" or "front-ports" or "rear-ports") && !WithoutPlace.Contains(unknown))
            {
                reading.Log.Warning("Unknown key", $"“{unknown}” is no key of a device type and was not taken over.", "Correct the key.", value.Line, null, unknown);
                ok = false;
            }
        if (ok && !reading.Log.HasErrors)
            reading.Ok++;

        bool Say(string field, string? text) => reading.Draft.Say(key, field, text, source, reading.Log);
    }

    private static List<PortTemplate> Ports(YamlMap model, InventoryReading reading)
    {
        var ports = new List<PortTemplate>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, kind) in new[] { ("interfaces", InterfaceKind.Physical), ("rear-ports", InterfaceKind.RearPort), ("front-ports", InterfaceKind.FrontPort) })
            foreach (var port in model.Maps(list))
            {
                if (port.Text("name") is not { } name)
                {
                    reading.Log.Error("Value missing", "A port has no name; it was left out.", "Give it a name.", port.Line, null, list);
                    continue;
                }
                foreach (var one in NameRange.Expand(name))
                    if (!names.Add($"{(kind == InterfaceKind.Physical ? "" : list)} {one}"))
                        reading.Log.Error("Row twice", $"The port {one} occurs twice; the second was left out.", "Give it another name.", port.Line, null, list, one);
                    else
                        ports.Add(new PortTemplate(one, kind is InterfaceKind.Physical && port.Text("type") == "lag" ? InterfaceKind.Bond : kind, port.Text("type"), port.Text("mgmt_only") == "true",
                            kind == InterfaceKind.FrontPort ? port.Text("rear_port") : null, kind == InterfaceKind.FrontPort ? Whole(port.Text("rear_port_position")) ?? 1 : null,
                            kind == InterfaceKind.RearPort ? Whole(port.Text("positions")) ?? 1 : null));
            }
        return ports;
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
