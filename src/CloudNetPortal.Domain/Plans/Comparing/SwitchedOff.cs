using System.Text.Json;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>What the design has switched off and the cloud has on, and what it leaves empty that must not be emptied: no section asks for these.</summary>
internal sealed class SwitchedOff(ZoneDesign design, IReadOnlyDictionary<string, JsonElement> found, SnapshotRows rows)
{
    public (IEnumerable<PlanStep> Steps, IEnumerable<PlanProblem> Problems, IEnumerable<PlanLeftAlone> LeftAlone) Steps()
    {
        List<PlanStep> steps = [];
        List<PlanLeftAlone> leftAlone = [];
        foreach (var network in design.PhysicalNetworks)
        {
            if (!found.TryGetValue(NetworksSection.KeyOf(network), out var row))
                continue;
            if (string.IsNullOrWhiteSpace(network.GuestVlans) && FieldPath.Text(row, "vlan") is { Length: > 0 } vlans)
                leftAlone.Add(new PlanLeftAlone("guest VLANs", $"{vlans} on {network.Name}", null, "The design names no VLANs here, and an empty set, which would remove every VLAN, is never sent."));
            foreach (var provider in network.Providers)
            {
                if (!provider.Enabled && Provider(network, row, provider.Name) is { } there && FieldPath.Text(there, "state") == "Enabled")
                    steps.Add(Off(network, provider, SnapshotRows.IdOf(there)!, SnapshotRows.IdOf(row)!));
                if (!provider.Enabled && provider.Devices.Count > 0)
                    leftAlone.Add(new PlanLeftAlone("provider devices", $"{provider.Name} of {network.Name}", null, "Devices are added and removed in CloudStack itself."));
            }
        }
        if (!design.EnableZone && found.TryGetValue(ZoneSection.Zone, out var zone) && FieldPath.Text(zone, "allocationstate") == "Enabled" && SnapshotRows.IdOf(zone) is { } zoneId)
            steps.Add(Disable("zone/enable", design.Name, zoneId) with { DesignPath = "enableZone", Why = "The design hands the zone over disabled." });
        return (steps, [], leftAlone);
    }

    /// <summary>Disables a zone.</summary>
    public static PlanStep Disable(string key, string name, string zoneId) => new()
    {
        Key = key, Section = "Zone", Title = $"Disable zone {name}", Command = "updateZone", Action = PlanAction.Change,
        Arguments = [PlanArgument.Of("id", zoneId), PlanArgument.Of("allocationstate", "Disabled")],
        Lookup = new PlanLookup("listZones", [PlanArgument.Of("id", zoneId)], [PlanArgument.Of("id", zoneId)]) { FoundMeansDone = false },
        ReadBack = new PlanReadBack("listZones", [PlanArgument.Of("id", zoneId)], [PlanArgument.Of("id", zoneId)], [new PlanExpectation("allocationstate", PlanArgument.Of("allocationstate", "Disabled"))]),
        Former = [new PlanFormerValue("allocationstate", "Enabled")],
        UndoNote = "updateZone allocationstate=Enabled.", Disturbs = "Tenants cannot start new instances in the zone while it is disabled; what runs goes on.",
    };

    private JsonElement? Provider(PhysicalNetwork network, JsonElement row, string name) =>
        SnapshotRows.IdOf(row) is { } id && rows.Find("listNetworkServiceProviders", [PlanArgument.Of("physicalnetworkid", id)], [PlanArgument.Of("name", name)], true, a => a.Text) is [var there] ? there : null;

    private static PlanStep Off(PhysicalNetwork network, NetworkProvider provider, string id, string networkId)
    {
        IReadOnlyList<PlanArgument> listed = [PlanArgument.Of("physicalnetworkid", networkId), PlanArgument.Of("name", provider.Name)];
        return new PlanStep
        {
            Key = ProvidersSection.EnableKeyOf(network, provider), Section = "Providers", Title = $"Disable {provider.Name} of {network.Name}", DesignPath = $"physicalNetworks/{network.Id}/providers/{provider.Id}",
            Command = "updateNetworkServiceProvider", IsAsync = true, Action = PlanAction.Change, Arguments = [PlanArgument.Of("id", id), PlanArgument.Of("state", "Disabled")],
            Lookup = new PlanLookup("listNetworkServiceProviders", listed, [PlanArgument.Of("id", id)]) { FoundMeansDone = false },
            ReadBack = new PlanReadBack("listNetworkServiceProviders", listed, [PlanArgument.Of("id", id)], [new PlanExpectation("state", PlanArgument.Of("state", "Disabled"))]),
            Former = [new PlanFormerValue("state", "Enabled")], UndoNote = "updateNetworkServiceProvider state=Enabled.",
            Disturbs = "Networks that use it keep running; new ones cannot use it.", Why = "The design has it off.",
        };
    }
}
