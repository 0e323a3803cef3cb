using CloudNetPortal.Domain.Plans.Comparing;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Plans.TakingDown;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans;

/// <summary>
/// Takes back what one push did and nothing else: removes what it made, gives changed fields their former values, and says what cannot be taken back.
/// </summary>
public static class RollbackPlan
{
    /// <summary>Makes the plan.</summary>
    /// <param name="plan">The plan that was pushed, wholly or in part.</param>
    /// <param name="made">What its journal learned, by step key; null for the preview before approval, as if all of it had been done.</param>
    /// <param name="snapshot">The zone as it is now, for the system VMs that have started; null for the preview.</param>
    public static Plan Of(Plan plan, IReadOnlyDictionary<string, StepMade>? made = null, ZoneSnapshot? snapshot = null)
    {
        var done = plan.Steps.Where(s => s is { OnlyFinds: false, Action: not (PlanAction.Keep or PlanAction.Wait) } && (made is null || made.TryGetValue(s.Key, out var how) && how.ByUs)).ToList();
        var undo = new StepUndo(plan, made);
        var pushed = plan.Steps.ToDictionary(s => s.Key);
        var created = done.Where(s => s.Action == PlanAction.Create && CloudObject.Find(s.Command) is { Delete: not null } && s.Lookup is not null).ToDictionary(s => s.Key);
        List<PlanStep> steps = [];
        List<string> first = [];

        // A zone that the push enabled is disabled before anything in it goes.
        if (done.Find(s => s.Key == "zone/enable" && s.Arguments.Any(a => a is { Name: "allocationstate", Text: "Enabled" })) is { } enable && undo.IdOf(ZoneSection.Zone) is { } zone)
        {
            var disable = SwitchedOff.Disable("back/zone/enable", plan.ZoneName, "") with { Arguments = [zone with { Name = "id" }, PlanArgument.Of("allocationstate", "Disabled")], Why = "The push enabled it." };
            disable = disable with
            {
                Lookup = disable.Lookup! with { Arguments = [zone with { Name = "id" }], Match = [zone with { Name = "id" }] }, ReadBack = disable.ReadBack! with { Arguments = [zone with { Name = "id" }], Match = [zone with { Name = "id" }] },
            };
            steps.Add(disable);
            first.Add(disable.Key);
            done.Remove(enable);
            if (created.ContainsKey(ZoneSection.Zone) && snapshot is { ZoneId: { } zoneId })
            {
                steps.AddRange(SystemVms.Steps(snapshot, zoneId, disable.Key));
                first.Add(SystemVms.Expunged);
            }
        }
        var taken = new TakeDown(snapshot: null) { First = first }.Steps(created.Values.Select(undo.Doom).OfType<Doomed>());
        steps.AddRange(taken.Steps);

        List<PlanLeftAlone> stays = [];
        var removals = Removals.Ends(steps);
        foreach (var step in done.AsEnumerable().Reverse().Where(s => !created.ContainsKey(s.Key)))
        {
            // What was done to an object that goes, goes with it.
            if (GoesWith(step, created.Keys, pushed))
                continue;
            if (CloudObject.Find(step.Command) is AnnotationObject || step.Key == "zone/mark")
                continue;
            var (back, why) = undo.Of(step);
            if (back is null)
                stays.Add(new PlanLeftAlone("cannot be taken back", step.Title, undo.IdText(step.Key), why!));
            else
                // An earlier state of ranges and VLANs fits only once what came instead is gone.
                steps.Add(back with { After = step.Key == "zone/disable" ? [.. steps.Select(s => s.Key)] : Before(step) is { } grown && steps.Exists(s => s.Key == grown) ? [.. removals, grown] : removals });
        }
        if (made is not null)
            PlanOrder.Check(steps);
        return new Plan(plan.ZoneName, plan.RevisionHash, snapshot?.Hash(), steps) { Purpose = PlanPurpose.RollBack, LeftAlone = stays };
    }

    private static bool GoesWith(PlanStep step, ICollection<string> created, Dictionary<string, PlanStep> all) =>
        PlanOrder.References(step).Any(a => a.Step is { } of && of != step.Key && a.Name is "id" or "physicalnetworkid" or "podid" or "entityid" or "zoneid" or "nspid"
            && (created.Contains(a.Step!) || (all.TryGetValue(a.Step!, out var parent) && parent.OnlyFinds && GoesWith(parent, created, all))));

    // A range that first grew and then shrank goes back the same way.
    private static string? Before(PlanStep step) => step.Key.EndsWith("/grow", StringComparison.Ordinal) ? $"back/{step.Key[..^"/grow".Length]}" : null;
}
