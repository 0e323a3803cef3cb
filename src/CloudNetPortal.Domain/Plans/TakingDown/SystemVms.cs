using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.TakingDown;

/// <summary>A zone that goes is disabled first, because its system VMs come back as long as it is enabled; then they are destroyed and their volumes expunged.</summary>
internal static class SystemVms
{
    public static IEnumerable<PlanStep> Steps(ZoneSnapshot snapshot, string zoneId, string disable)
    {
        List<string> destroyed = [];
        foreach (var vm in snapshot.Rows("listSystemVms"))
        {
            var step = Destroy(vm, "destroySystemVm", "listSystemVms", disable);
            destroyed.Add(step.Key);
            yield return step;
        }
        foreach (var router in snapshot.Rows("listRouters"))
        {
            var step = Destroy(router, "destroyRouter", "listRouters", disable);
            destroyed.Add(step.Key);
            yield return step;
        }
        yield return Wait("remove/system-vms", "System VMs to be gone", "system VMs to be gone", "listSystemVms", [PlanArgument.Of("zoneid", zoneId)], [disable, .. destroyed], 900);
        // Destroyed volumes hold pools, pods and zone until CloudStack expunges them; expunge.delay and expunge.interval say when.
        yield return Wait(Expunged, "Volumes of system VMs to be expunged", "volumes of system VMs to be expunged (expunge.delay and expunge.interval decide when)", "listVolumes",
            [PlanArgument.Of("zoneid", zoneId), PlanArgument.Of("listall", "true"), PlanArgument.Of("listsystemvms", "true")], ["remove/system-vms"], 7200);
    }

    /// <summary>Key of the step after which nothing of the system VMs is left.</summary>
    public const string Expunged = "remove/volumes";

    private static PlanStep Destroy(JsonElement vm, string command, string list, string disable)
    {
        var id = FieldPath.Text(vm, "id")!;
        return new PlanStep
        {
            Key = $"remove/{(command == "destroyRouter" ? "router" : "system-vm")}/{id}", Section = "Zone", Title = $"{(command == "destroyRouter" ? "Virtual router" : "System VM")} {FieldPath.Text(vm, "name")}", Command = command, IsAsync = true,
            Action = PlanAction.Remove, After = [disable], Arguments = [PlanArgument.Of("id", id)], Lookup = new PlanLookup(list, [PlanArgument.Of("id", id)], [PlanArgument.Of("id", id)]), LongestSeconds = 300,
            Reversibility = Reversibility.WithOutage, UndoNote = "CloudStack starts a new one when the zone is enabled again.", Disturbs = "Consoles and templates of the zone are away until a new one runs.",
        };
    }

    private static PlanStep Wait(string key, string title, string what, string list, IReadOnlyList<PlanArgument> arguments, IReadOnlyList<string> after, int longest) => new()
    {
        Key = key, Section = "Zone", Title = title, Command = list, Action = PlanAction.Wait, After = after, Arguments = [], LongestSeconds = longest,
        Wait = new PlanWait(what, list, arguments, [], [], 0, longest),
    };
}
