namespace CloudNetPortal.Domain.Plans.TakingDown;

/// <summary>Primary storage leaves through maintenance; volumes that are still to be expunged hold it.</summary>
internal static class PoolRemoval
{
    public static IEnumerable<PlanStep> Steps(Doomed pool, IReadOnlyList<string> after)
    {
        var (maintenance, ready) = ($"{pool.Key}/maintenance", $"{pool.Key}/ready");
        IReadOnlyList<PlanArgument> byId = [pool.Argument("id")];
        if (pool.State != "Maintenance")
        {
            yield return new PlanStep
            {
                Key = maintenance, Section = "Storage", Title = $"{pool.Title} into maintenance", Command = "enableStorageMaintenance", IsAsync = true, Action = PlanAction.Change, After = after, Lane = "storage-maintenance",
                Arguments = byId, Lookup = new PlanLookup("listStoragePools", byId, byId) { FoundMeansDone = false }, LongestSeconds = 1800, Former = [new PlanFormerValue("state", pool.State ?? "Up")],
                UndoNote = "cancelStorageMaintenance.", Reversibility = Reversibility.WithOutage, Disturbs = "Instances with volumes on it are stopped.",
            };
            yield return new PlanStep
            {
                Key = ready, Section = "Storage", Title = $"{pool.Title} to be in maintenance", Command = "listStoragePools", Action = PlanAction.Wait, After = [maintenance], Arguments = [], LongestSeconds = 1800,
                Wait = new PlanWait($"{pool.Title} to be in maintenance", "listStoragePools", byId, [], [new PlanExpectation("state", PlanArgument.Of("state", "Maintenance"))], 1, 1800),
            };
            after = [ready];
        }
        // Forced only expunges volumes that are destroyed already.
        yield return TakeDown.Remove(pool, after, PlanArgument.Of("forced", "true")) with { LongestSeconds = 7200, UndoNote = "The pool can be added again by a push; volumes that were on it are no longer known to CloudStack." };
    }
}
