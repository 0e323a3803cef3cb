using System.Net;
using System.Text.Json;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>Fields of devices with their logical hosts, and of hardware models.</summary>
internal static class DeviceFields
{
    public static readonly CatalogueField[] Device =
    [
        new("role", "Role", Canonical.Text(50), (e, _) => ((Device)e).Role, (e, t, _) => ((Device)e).Role = t ?? DeviceRoles.Other),
        new("deviceType", "Device type", Canonical.Text(201), (e, i) => i.KeyOf(((Device)e).DeviceTypeId) is { } key ? TypeName(key.Owner, key.Name) : null,
            (e, t, i) => ((Device)e).DeviceTypeId = t is null ? null : i.Find<DeviceType>(TypeKey(t))?.Id) { IsName = true },
        new("datacenter", "Datacenter", Canonical.Text(100), (e, i) => i.NameOf(((Device)e).DatacenterId), (e, t, i) => ((Device)e).DatacenterId = t is null ? null : i.Find<Datacenter>(RecordKey.Datacenter(t))?.Id) { IsName = true },
        new("rack", "Rack", Canonical.Text(100), (e, i) => i.NameOf(((Device)e).RackId),
            (e, t, i) => ((Device)e).RackId = t is null ? null : i.Find<Rack>(new(RecordKind.Rack, i.NameOf(((Device)e).DatacenterId) ?? "", t))?.Id) { IsName = true },
        new("position", "Unit", Canonical.Number(0.5m, 100), (e, _) => ((Device)e).Position is { } p ? Canonical.Write(p) : null, (e, t, _) => ((Device)e).Position = Canonical.ToDecimal(t)),
        new("face", "Face", text => text.Trim().ToLowerInvariant() switch { "" => (null, null), "front" => ("front", null), "rear" => ("rear", null), _ => (null, "front or rear is expected.") },
            (e, _) => ((Device)e).Face, (e, t, _) => ((Device)e).Face = t),
        new("status", "Status", Canonical.Choice<LifeCycle>(), (e, _) => ((Device)e).Status.ToString(), (e, t, _) => ((Device)e).Status = t is null ? LifeCycle.Active : Enum.Parse<LifeCycle>(t)),
        new("serial", "Serial number", Canonical.Text(100), (e, _) => ((Device)e).Serial, (e, t, _) => ((Device)e).Serial = t),
        new("platform", "Platform", Canonical.Text(100), (e, _) => ((Device)e).Platform, (e, t, _) => ((Device)e).Platform = t),
        new("comments", "Comments", Canonical.Text(2000), (e, _) => ((Device)e).Comments, (e, t, _) => ((Device)e).Comments = t),
        new("vlans", "VLANs of the switch", Canonical.Vlans, (e, _) => Canonical.Write(((Device)e).Vlans), (e, t, _) => ((Device)e).Vlans = Canonical.ToVlans(t)),
        new("hypervisor", "Hypervisor", Canonical.Text(20), (e, _) => ((Device)e).LogicalHost?.Hypervisor, (e, t, i) => Host((Device)e, t, i)!.Hypervisor = t ?? "KVM"),
        new("managementAddress", "Management address", Canonical.Address, (e, _) => ((Device)e).LogicalHost?.ManagementAddress?.ToString(),
            (e, t, i) => { if (Host((Device)e, t, i) is { } host) host.ManagementAddress = t is null ? null : IPAddress.Parse(t); }),
        new("openVSwitch", "Open vSwitch", Canonical.Switch, (e, _) => ((Device)e).LogicalHost is { } host ? host.UsesOpenVSwitch ? "true" : "false" : null,
            (e, t, i) => { if (Host((Device)e, t, i) is { } host) host.UsesOpenVSwitch = t == "true"; }),
        Agent("agentPrivateDevice", "Agent: private device", h => h.AgentPrivateDevice, (h, t) => h.AgentPrivateDevice = t),
        Agent("agentPublicDevice", "Agent: public device", h => h.AgentPublicDevice, (h, t) => h.AgentPublicDevice = t),
        Agent("agentGuestDevice", "Agent: guest device", h => h.AgentGuestDevice, (h, t) => h.AgentGuestDevice = t),
        new("operatingSystem", "Operating system", Canonical.Text(100), (e, _) => ((Device)e).LogicalHost?.OperatingSystem,
            (e, t, i) => { if (Host((Device)e, t, i) is { } host) host.OperatingSystem = t; }) { SourcesShouldAgree = false },
    ];

    public static readonly CatalogueField[] Type =
    [
        new("slug", "Short name", Canonical.Text(100), (e, _) => ((DeviceType)e).Slug, (e, t, _) => ((DeviceType)e).Slug = t ?? ""),
        new("partNumber", "Part number", Canonical.Text(100), (e, _) => ((DeviceType)e).PartNumber, (e, t, _) => ((DeviceType)e).PartNumber = t),
        new("height", "Height", Canonical.Number(0, 100), (e, _) => Canonical.Write(((DeviceType)e).UnitHeight), (e, t, _) => ((DeviceType)e).UnitHeight = Canonical.ToDecimal(t) ?? 1),
        new("fullDepth", "Full depth", Canonical.Switch, (e, _) => ((DeviceType)e).IsFullDepth ? "true" : "false", (e, t, _) => ((DeviceType)e).IsFullDepth = t != "false"),
        new("ports", "Ports", text => (text, null), (e, _) => WritePorts(((DeviceType)e).Ports), (e, t, _) => ((DeviceType)e).Ports = ReadPorts(t)),
    ];

    public static string TypeName(string manufacturer, string model) => $"{manufacturer}\u00a0· {model}";

    public static RecordKey TypeKey(string name) => name.Split("\u00a0· ", 2) is [var maker, var model] ? new(RecordKind.DeviceType, maker, model) : new(RecordKind.DeviceType, "", name);

    public static string? WritePorts(IReadOnlyList<PortTemplate> ports) => ports.Count == 0 ? null : JsonSerializer.Serialize(ports);

    public static List<PortTemplate> ReadPorts(string? text) => text is null ? [] : JsonSerializer.Deserialize<List<PortTemplate>>(text)!;

    private static CatalogueField Agent(string name, string title, Func<LogicalHost, string?> get, Action<LogicalHost, string?> set) =>
        new(name, title, Canonical.Text(100), (e, _) => ((Device)e).LogicalHost is { } host ? get(host) : null, (e, t, i) => { if (Host((Device)e, t, i) is { } host) set(host, t); });

    private static LogicalHost? Host(Device device, string? text, CatalogueIndex index)
    {
        if (device.LogicalHost is null && text is not null)
        {
            device.LogicalHost = new LogicalHost { DeviceId = device.Id };
            index.Made.Add(device.LogicalHost);
        }
        return device.LogicalHost;
    }
}
