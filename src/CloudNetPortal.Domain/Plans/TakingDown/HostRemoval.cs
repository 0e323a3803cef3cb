namespace CloudNetPortal.Domain.Plans.TakingDown;

/// <summary>A host leaves through maintenance, so that its instances move away first. Hosts of one cluster go one after another.</summary>
internal static class HostRemoval
{
    // Seen when another host of the cluster is still on its way.
    private static readonly string[] NotYet = ["There are other servers attempting migrations for maintenance"];

    public static IEnumerable<PlanStep> Steps(Doomed host, IReadOnlyList<string> after, bool isLast)
    {
        var (maintenance, drained) = ($"{host.Key}/maintenance", $"{host.Key}/drained");
        var lane = host.Parents.Count > 0 ? $"hosts/{host.Parents[0]}" : "hosts";
        IReadOnlyList<PlanArgument> byId = [host.Argument("id")];
        if (host.State != "Maintenance")
        {
            yield return new PlanStep
            {
                Key = maintenance, Section = "Compute", Title = $"{host.Title} into maintenance", Command = "prepareHostForMaintenance", IsAsync = true, Action = PlanAction.Change, After = after, Lane = lane,
                Arguments = byId, Lookup = new PlanLookup("listHosts", byId, byId) { FoundMeansDone = false }, NotYet = NotYet, LongestSeconds = 1800,
                Former = [new PlanFormerValue("resourcestate", host.State ?? "Enabled")], UndoNote = "cancelHostMaintenance.", Reversibility = Reversibility.WithOutage, Disturbs = "Its instances are moved to other hosts, or stopped where that cannot be.",
            };
            yield return new PlanStep
            {
                Key = drained, Section = "Compute", Title = $"{host.Title} to be empty", Command = "listHosts", Action = PlanAction.Wait, After = [maintenance], Arguments = [], LongestSeconds = 3600,
                // The last host of a cluster has nowhere to send its instances and may end in ErrorInMaintenance; what counts is that it no longer prepares.
                Wait = isLast
                    ? new PlanWait($"{host.Title} to stop preparing", "listHosts", byId, [PlanArgument.Of("resourcestate", "PrepareForMaintenance")], [], 0, 3600)
                    : new PlanWait($"{host.Title} to be in maintenance", "listHosts", byId, [], [new PlanExpectation("resourcestate", PlanArgument.Of("resourcestate", "Maintenance"))], 1, 3600),
            };
            after = [drained];
        }
        yield return TakeDown.Remove(host, after, isLast ? [PlanArgument.Of("forced", "true")] : []) with
        {
            Lane = lane, Why = isLast ? "The last host of a cluster that goes: forced, because it may stay in ErrorInMaintenance." : null,
            UndoNote = "addHost again, with its password; instances do not come back by themselves.",
        };
    }
}
