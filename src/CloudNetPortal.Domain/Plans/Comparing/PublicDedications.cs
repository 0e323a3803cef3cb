using System.Text.Json;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>Whom a public range that is there is kept for: given and taken by calls of their own.</summary>
internal static class PublicDedications
{
    public static IEnumerable<PlanStep> Compare(ZoneDesign design, PlanStep step, JsonElement row, string id)
    {
        if (design.PublicRanges.Find(r => $"public/{r.Id}" == step.Key) is not { } range)
            yield break;
        var wanted = range.DedicatedTo is { Domain.Length: > 0, Account.Length: > 0 } owner ? owner : null;
        // Ranges of system VMs are listed under the account that owns all of the system.
        var there = FieldPath.Text(row, "account") is { Length: > 0 } account and not "system" ? account : null;
        if (wanted?.Account == there)
            yield break;
        var release = $"{step.Key}/release";
        if (there is not null)
            yield return Step(step, id, release, "releasePublicIpRange", $"{step.Title} from {there}", there) with { Arguments = [PlanArgument.Of("id", id)], After = [step.Key] };
        if (wanted is not null)
            yield return Step(step, id, $"{step.Key}/dedicate", "dedicatePublicIpRange", $"{step.Title} for {wanted.Account}", there) with
            {
                Arguments = [PlanArgument.Of("id", id), PlanArgument.Of("account", wanted.Account!), PlanArgument.IdOf("domainid", Domains.KeyOf(wanted.Domain!))],
                After = there is null ? [step.Key] : [step.Key, release],
                ReadBack = new PlanReadBack("listVlanIpRanges", [PlanArgument.Of("id", id)], [PlanArgument.Of("id", id)], [new PlanExpectation("account", PlanArgument.Of("account", wanted.Account!), Comparison.Exact, step.DesignPath)]),
            };
    }

    private static PlanStep Step(PlanStep range, string id, string key, string command, string title, string? former) => new()
    {
        Key = key, Section = range.Section, Title = title, DesignPath = range.DesignPath, Command = command, Action = PlanAction.Change, Arguments = [],
        Lookup = new PlanLookup("listVlanIpRanges", [PlanArgument.Of("id", id)], [PlanArgument.Of("id", id)]) { FoundMeansDone = false },
        Former = [new PlanFormerValue("account", former)], UndoNote = "dedicatePublicIpRange and releasePublicIpRange.",
        Disturbs = "Addresses in use stay with whoever has them; refused while another account uses one.", Why = "The design keeps the range for somebody else.",
    };
}
