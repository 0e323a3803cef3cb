using System.Text.Json;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>
/// What cannot be added while the zone works: physical networks are refused in an enabled zone (CS-202), Storage traffic beside a running secondary storage
/// VM (CS-311).
/// </summary>
internal sealed class LateNetworks(IReadOnlyDictionary<string, JsonElement> found, ZoneSnapshot snapshot)
{
    private const string Enable = "zone/enable", DisableFirst = "zone/disable";

    public void Mend(List<PlanStep> steps, List<PlanProblem> problems)
    {
        if (!found.TryGetValue(ZoneSection.Zone, out var zone) || FieldPath.Text(zone, "allocationstate") != "Enabled" || SnapshotRows.IdOf(zone) is not { } zoneId)
            return;
        var running = snapshot.Rows("listSystemVms").Where(v => FieldPath.Text(v, "systemvmtype") == "secondarystoragevm" && FieldPath.Text(v, "state") is "Running" or "Starting" or "Stopping").ToList();
        foreach (var step in steps.Where(s => s is { Command: "addTrafficType", Action: PlanAction.Create } && running.Count > 0 && s.Arguments.Any(a => a is { Name: "traffictype", Text: "Storage" })))
            problems.Add(new PlanProblem(step.Key, step.Title, $"CloudStack refuses Storage traffic while {string.Join(", ", running.Select(v => FieldPath.Text(v, "name")))} runs.",
                "Stop the secondary storage VM in CloudStack, push, then destroy it so that it is rebuilt with its storage NIC.", step.DesignPath));
        for (var i = 0; i < steps.Count; i++)
            if (steps[i] is { Command: "createStorageNetworkIpRange", Action: PlanAction.Create } && running.Count > 0)
                steps[i] = steps[i] with { SideEffect = "Secondary storage VMs that run do not get an address of it: destroy them afterwards, they are rebuilt." };

        if (!steps.Exists(s => s is { Command: "createPhysicalNetwork", Action: PlanAction.Create }))
            return;
        var first = steps.FindIndex(s => s is { Command: "createPhysicalNetwork", Action: PlanAction.Create });
        for (var i = first; i < steps.Count; i++)
            if (steps[i] is { Command: "createPhysicalNetwork", Action: PlanAction.Create })
                steps[i] = steps[i] with { After = [.. steps[i].After, DisableFirst] };
        steps.Insert(first, SwitchedOff.Disable(DisableFirst, FieldPath.Text(zone, "name") ?? "", zoneId) with { After = [ZoneSection.Zone], Why = "CloudStack takes new physical networks only into a disabled zone; it is enabled again at the end." });
        if (steps.FindIndex(s => s.Key == Enable) is >= 0 and var at && steps[at].Action == PlanAction.Keep)
        {
            var ends = Removals.Ends([.. steps.Where((_, i) => i != at)]);
            var enable = steps[at] with
            {
                Action = PlanAction.Change, OnlyFinds = false, Command = "updateZone", Arguments = [PlanArgument.Of("id", zoneId), PlanArgument.Of("allocationstate", "Enabled")], After = ends,
                Lookup = steps[at].Lookup! with { FoundMeansDone = false }, Former = [new PlanFormerValue("allocationstate", "Disabled")], Why = "It was disabled for the new physical network.",
            };
            steps.RemoveAt(at);
            steps.Add(enable);
        }
    }
}
