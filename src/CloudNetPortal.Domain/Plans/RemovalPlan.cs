using CloudNetPortal.Domain.Plans.Comparing;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Plans.TakingDown;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans;

/// <summary>
/// Takes a whole zone down in the order that CloudStack 4.23 accepts: disable, destroy the system VMs, wait until their volumes are expunged, hosts, storage,
/// clusters, stores, ranges, pods, physical networks, the zone.
/// </summary>
public static class RemovalPlan
{
    /// <summary>Makes the plan. Objects in the zone that the portal does not own are problems: nothing is removed over somebody's head.</summary>
    /// <param name="snapshot">The zone as it is.</param>
    /// <param name="owned">Ids that the portal made or was told to own.</param>
    /// <param name="revisionHash">The revision pushed last; null when there is none.</param>
    public static Plan Of(ZoneSnapshot snapshot, IReadOnlySet<string> owned, string? revisionHash = null)
    {
        if (snapshot.ZoneId is not { } zoneId || snapshot.Rows("listZones").FirstOrDefault(z => FieldPath.Text(z, "id") == zoneId) is not { ValueKind: System.Text.Json.JsonValueKind.Object } zone)
            return new Plan("", revisionHash ?? "", snapshot.Hash(), []) { Purpose = PlanPurpose.Remove };
        var name = FieldPath.Text(zone, "name") ?? zoneId;
        List<PlanProblem> problems = [];
        if (!owned.Contains(zoneId))
            problems.Add(new PlanProblem("zone", $"Zone {name}", "The portal did not make it and was not told to own it.", "Say that the portal owns the zone, or remove it in CloudStack."));
        List<PlanStep> steps = [];
        var disable = SwitchedOff.Disable("remove/disable", name, zoneId) with { Why = "System VMs come back as long as the zone is enabled." };
        steps.Add(FieldPath.Text(zone, "allocationstate") == "Disabled" ? StepRewrites.Keep(disable, zoneId, "Is disabled.") : disable);
        steps.AddRange(SystemVms.Steps(snapshot, zoneId, disable.Key));

        List<Doomed> doomed = [Doomed.Of(new ZoneObject(), zone, zoneId, null) with { Key = "remove/zone", Parents = [] }];
        foreach (var kind in CloudObject.All.Where(k => k is not ZoneObject && k.Delete is not null))
            foreach (var row in snapshot.Rows(kind.List))
                if (FieldPath.Text(row, "id") is { } id && !kind.IsMadeByTheServer(row, snapshot))
                {
                    if (owned.Contains(id))
                        doomed.Add(Doomed.Of(kind, row, id, null));
                    // Traffic types and providers go with their network, whoever made them.
                    else if (kind is not (TrafficTypeObject or ProviderObject))
                        problems.Add(new PlanProblem($"remove/{kind.KeyPart}/{id}", $"{char.ToUpperInvariant(kind.Noun[0])}{kind.Noun[1..]} {kind.NameOf(row)}", "It is in the zone, and the portal did not make it.", "Say that the portal owns it, or remove it in CloudStack."));
                }
        steps.AddRange(new TakeDown(snapshot: null) { First = [SystemVms.Expunged] }.Steps(doomed).Steps);
        PlanOrder.Check(steps);
        return new Plan(name, revisionHash ?? "", snapshot.Hash(), steps) { Purpose = PlanPurpose.Remove, Problems = problems };
    }
}
