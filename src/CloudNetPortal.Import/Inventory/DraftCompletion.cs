using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory.Fields;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>Concludes what no single file says: VLAN modes of switch ports, what CloudStack made, roles, logical hosts, ports of device types.</summary>
internal static class DraftCompletion
{
    private static readonly DraftSource Concluded = new("all files", null, SourceWeight.Guessed);

    public static void Complete(InventoryDraft draft, InventoryMapping mapping, ProblemLog log)
    {
        SwitchPorts(draft, log);
        draft.SwitchPorts.Conclude(draft, log);
        Stamp(draft, log);
        CableEnds(draft, log);
        foreach (var device in draft.Switches.Where(d => draft.Find(RecordKey.Device(d))?["role"] is null))
            draft.Say(RecordKey.Device(device), "role", DeviceRoles.Switch, Concluded, log);
        foreach (var device in draft.Of(RecordKind.Interface).Select(r => r.Key.Owner).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            draft.Add(RecordKey.Device(device), Concluded);
            DanglingReferences(draft, device, log);
            if (draft.ObservedDevices.Contains(device) || draft.OpenVSwitches.Contains(device))
                Host(draft, device, mapping, log);
        }
        foreach (var device in draft.Of(RecordKind.Device).Where(d => d["role"] == DeviceRoles.Hypervisor && d["hypervisor"] is null).ToList())
            if (HypervisorOf(device["platform"]) is { } hypervisor)
                draft.Say(device.Key, "hypervisor", hypervisor, Concluded, log);
    }

    // What platforms are called: “VMware ESXi 8”, “XCP-ng 8.2”, “Ubuntu KVM”, “Microsoft Hyper-V”.
    private static string? HypervisorOf(string? platform) =>
        platform is null ? null
        : new[] { ("kvm", "KVM"), ("esx", "VMware"), ("vmware", "VMware"), ("vsphere", "VMware"), ("xen", "XenServer"), ("xcp", "XenServer"), ("hyper-v", "Hyperv"), ("hyperv", "Hyperv") }
            .FirstOrDefault(w => platform.Contains(w.Item1, StringComparison.OrdinalIgnoreCase)).Item2;

    // A port that is bridged by a bridge that filters VLANs is a switch port; other bridges tell VLAN 1 for every port, which means nothing.
    private static void SwitchPorts(InventoryDraft draft, ProblemLog log)
    {
        foreach (var port in draft.BridgeVlans)
        {
            var bridge = draft.Find(RecordKey.Interface(port.Device, port.Port))?["bridge"];
            var filters = bridge is not null && draft.Filtering.TryGetValue((port.Device, bridge), out var known) ? known : port.Tagged.Count > 0 || port.Untagged is not (null or 1);
            if (!filters || (bridge is null && draft.Find(RecordKey.Interface(port.Device, port.Port))?["kind"] == nameof(InterfaceKind.Bridge)))
                continue;
            var key = RecordKey.Interface(port.Device, port.Port);
            var isTrunk = port.Tagged.Count > 0;
            draft.Say(key, "mode", isTrunk ? nameof(SwitchPortMode.Trunk) : nameof(SwitchPortMode.Access), port.Source, log);
            if (isTrunk)
                draft.Say(key, "taggedVlans", VlanSet.Of(port.Tagged.Select(v => new VlanRange(v, v))).ToString(), port.Source, log);
            if (port.Untagged is { } untagged)
                draft.Say(key, "untaggedVlan", untagged.ToString(System.Globalization.CultureInfo.InvariantCulture), port.Source, log);
        }
    }

    // A device of a known type that no file lists ports of has the ports of its type.
    private static void Stamp(InventoryDraft draft, ProblemLog log)
    {
        var withPorts = draft.Of(RecordKind.Interface).Select(r => r.Key.Owner).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var device in draft.Of(RecordKind.Device).Where(d => !withPorts.Contains(d.Key.Name)).ToList())
        {
            if (device["deviceType"] is not { } type || draft.Find(DeviceFields.TypeKey(type)) is not { } model)
                continue;
            var source = device.Values["deviceType"].Source with { Weight = SourceWeight.Stamped };
            foreach (var port in DeviceFields.ReadPorts(model["ports"]))
            {
                var key = RecordKey.Interface(device.Key.Name, port.Name);
                draft.Say(key, "kind", port.Kind.ToString(), source, log);
                draft.Say(key, "connector", port.Connector, source, log);
                draft.Say(key, "managementOnly", port.ManagementOnly ? "true" : null, source, log);
                draft.Say(key, "rearPort", port.RearPort, source, log);
                draft.Say(key, "rearPosition", port.RearPosition?.ToString(System.Globalization.CultureInfo.InvariantCulture), source, log);
                draft.Say(key, "positions", port.Positions?.ToString(System.Globalization.CultureInfo.InvariantCulture), source, log);
            }
        }
    }

    // Ports that only a cable names are made where nothing else is known of the device's ports.
    private static void CableEnds(InventoryDraft draft, ProblemLog log)
    {
        // A port that only its VLAN or a neighbour tells of lists nothing.
        var listed = draft.Of(RecordKind.Interface).Where(r => r.Values.TryGetValue("kind", out var kind) && kind.Source.Weight >= SourceWeight.Documented)
            .Select(r => r.Key.Owner).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var end in draft.CableEnds)
        {
            var key = RecordKey.Interface(end.Device, end.Port);
            if (draft.Find(key) is not null)
                continue;
            if (listed.Contains(end.Device))
                log.Warning("Port only known from a cable", $"No file lists port {end.Port} of {end.Device}; nearest is {Nearest(draft, end)}.", "Correct the name of the port, or list the port.", end.Source.Line, null, end.Source.File, end.Port);
            draft.Say(key, "kind", end.Kind.ToString(), end.Source with { Weight = SourceWeight.Guessed }, log);
        }
    }

    private static string Nearest(InventoryDraft draft, CableEndName end) =>
        draft.InterfacesOf(end.Device).Select(r => r.Key.Name).MinBy(n => NearestName.Distance(n, end.Port)) ?? "none";

    private static void DanglingReferences(InventoryDraft draft, string device, ProblemLog log)
    {
        foreach (var port in draft.InterfacesOf(device).ToList())
            foreach (var field in new[] { "bond", "bridge", "parent" })
            {
                if (port[field] is not { } name)
                    continue;
                var source = port.Values[field].Source;
                if (string.Equals(name, port.Key.Name, StringComparison.OrdinalIgnoreCase))
                {
                    log.Error("Refers to itself", $"{port.Key} names itself as its {field}.", "Correct the value in the file.", source.Line, null, source.File, name);
                    port.Values.Remove(field);
                }
                else if (draft.Find(RecordKey.Interface(device, name)) is null)
                    draft.Say(RecordKey.Interface(device, name), "kind", (field == "bond" ? InterfaceKind.Bond : field == "bridge" ? InterfaceKind.Bridge : InterfaceKind.Physical).ToString(),
                        source with { Weight = SourceWeight.Guessed }, log);
            }
        foreach (var port in draft.InterfacesOf(device).ToList())
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var at = port; at is not null && (at["parent"] ?? at["bond"] ?? at["bridge"]) is { } next; at = draft.Find(RecordKey.Interface(device, next)))
                if (!seen.Add(at.Key.Name))
                {
                    log.Error("Goes in a circle", $"{string.Join(" → ", seen)} of {device} refer to each other in a circle; the references of {at.Key.Name} were left out.", "Correct parent, LAG or bridge in the file.",
                        at.Source.Line, null, at.Source.File, at.Key.Name);
                    foreach (var field in new[] { "bond", "bridge", "parent" })
                        at.Values.Remove(field);
                    break;
                }
        }
    }

    private static void Host(InventoryDraft draft, string device, InventoryMapping mapping, ProblemLog log)
    {
        var ports = draft.InterfacesOf(device).ToList();
        var isKvm = ports.Exists(p => HostDevices.IsMadeByCloudStack(p.Key.Name) && !p.Key.Name.StartsWith("vxlan", StringComparison.Ordinal));
        var isSwitch = ports.Exists(p => HostDevices.IsSwitchPortName(p.Key.Name));
        var key = RecordKey.Device(device);
        draft.Say(key, "role", isKvm ? DeviceRoles.Hypervisor : isSwitch ? DeviceRoles.Switch : ports.Exists(p => p["kind"] is nameof(InterfaceKind.Bridge) or nameof(InterfaceKind.OvsBridge)) ? DeviceRoles.Hypervisor : DeviceRoles.Other, Concluded, log);
        foreach (var port in ports)
            if (MadeByCloudStack(port, draft))
                draft.Say(port.Key, "madeByCloudStack", "true", Concluded, log);
        if (draft.Find(key)!["role"] != DeviceRoles.Hypervisor || isSwitch && !isKvm)
            return;
        draft.Say(key, "hypervisor", "KVM", Concluded with { Weight = SourceWeight.Stamped }, log);
        if (draft.OperatingSystems.TryGetValue(device, out var system))
            draft.Say(key, "operatingSystem", system.Name, system.Source, log);
        // A bridge of Open vSwitch with a wire is what CloudStack is meant to use; agent.properties says it for sure.
        if (draft.OpenVSwitches.Contains(device) && ports.Exists(p => p["kind"] is nameof(InterfaceKind.Physical) or nameof(InterfaceKind.Bond) && p["bridge"] is { } on && draft.Find(RecordKey.Interface(device, on))?["kind"] == nameof(InterfaceKind.OvsBridge)))
            draft.Say(key, "openVSwitch", "true", Concluded with { Weight = SourceWeight.Stamped }, log);
        if (draft.DefaultRoutes.TryGetValue(device, out var exit) && draft.Find(RecordKey.Interface(device, exit))?["addresses"] is { } addresses
            && addresses.Split(',').FirstOrDefault(a => !a.Contains(':')) is { } address)
            draft.Say(key, "managementAddress", address, Concluded, log);
    }

    // br‹uplink›-‹vlan› with the VLAN device below it; not bond0.100 below a bridge that people made.
    private static bool MadeByCloudStack(DraftRecord port, InventoryDraft draft)
    {
        var name = port.Key.Name;
        if (HostDevices.IsMadeByCloudStack(name))
            return true;
        if (HostDevices.GuestBridge(name) is { } guest)
            return draft.InterfacesOf(port.Key.Owner).Any(p => p["bridge"] == name && p["parent"] is { } below && p["vlan"] == guest.Vlan.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    && string.Equals(below, guest.Uplink, StringComparison.Ordinal))
                || !draft.InterfacesOf(port.Key.Owner).Any(p => p["bridge"] == name && p["kind"] is not (null or nameof(InterfaceKind.Virtual)));
        return port["vlan"] is { } vlan && port["parent"] is { } parent && name == $"{parent}.{vlan}" && port["bridge"] == $"br{parent}-{vlan}";
    }
}
