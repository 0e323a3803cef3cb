using System.Text.Json;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>Turns a step that would make something into one that keeps, changes or removes what is there.</summary>
internal static class StepRewrites
{
    /// <summary>The object is as designed: it is found by its id and read again for the proof.</summary>
    public static PlanStep Keep(PlanStep step, string? id, string why = "Is there as designed.") => step with
    {
        Action = PlanAction.Keep, OnlyFinds = true, Command = Look(step).Command, Arguments = Literal(step, id, Look(step).Arguments), IsAsync = false, After = [], Lane = null, Wave = 0,
        Lookup = ById(step, id), Reversibility = Reversibility.Yes, UndoNote = null, SideEffect = null, Disturbs = null, Why = why,
    };

    /// <summary>The same, found among all of its kind in the zone: one list serves thousands of them.</summary>
    public static PlanStep Keep(PlanStep step, CloudObject kind, string? id)
    {
        if (kind.OfAZone is not { } more || id is null)
            return Keep(step, id);
        IReadOnlyList<PlanArgument> all = [PlanArgument.IdOf("zoneid", Sections.ZoneSection.Zone), .. more];
        return Keep(step, id) with
        {
            Command = kind.List, Arguments = all, Lookup = new PlanLookup(kind.List, all, [PlanArgument.Of("id", id)]), ReadBack = step.ReadBack is null ? null : step.ReadBack with { Arguments = all },
        };
    }

    /// <summary>The object is there and differs in fields that can be changed.</summary>
    public static PlanStep Change(PlanStep step, CloudObject kind, string id, IReadOnlyList<FieldDifference> differences) => step with
    {
        Action = PlanAction.Change, Command = kind.Update!, IsAsync = kind.UpdateIsAsync, LongestSeconds = 120,
        Arguments = [PlanArgument.Of("id", id), .. differences.Select(d => d.Wanted with { Name = d.Field.Parameter })],
        Lookup = ById(step, id) with { FoundMeansDone = false },
        ReadBack = step.ReadBack is null ? null : step.ReadBack with
        {
            Match = [PlanArgument.IdOf("id", step.Key)],
            Expect = [.. step.ReadBack.Expect.Where(e => kind.Field(e.Field)?.How != FieldChange.Ignored), .. differences.Where(d => d.IsCleared).Select(d => new PlanExpectation(d.Field.Name, PlanArgument.Of(d.Field.Name, ""), Comparison.Absent))],
        },
        Former = [.. differences.Select(d => new PlanFormerValue(d.Field.Name, d.Former))],
        Reversibility = differences.Max(d => d.Field.Reversibility), UndoNote = $"{kind.Update} with the former values.",
        SideEffect = string.Join(' ', differences.Select(d => d.Field.Note).OfType<string>().Distinct()) is { Length: > 0 } notes ? notes : null,
        Disturbs = kind.ChangeDisturbs, Why = $"Differs from the design in {string.Join(", ", differences.Select(d => d.Field.Name))}.",
    };

    /// <summary>A call on an object that is there (guest VLANs, states, settings), whose effect differs.</summary>
    public static PlanStep Change(PlanStep step, JsonElement row, IReadOnlyList<PlanExpectation> differing) => step with
    {
        Action = PlanAction.Change, Former = [.. differing.Select(d => new PlanFormerValue(d.Field, FieldPath.Text(row, d.Field)))],
    };

    /// <summary>Removes an object.</summary>
    public static PlanStep Remove(CloudObject kind, string key, string section, string title, string id, PlanLookup lookup, string? zoneId) => new()
    {
        Key = key, Section = section, Title = title, Command = kind.Delete!, IsAsync = kind.DeleteIsAsync, Action = PlanAction.Remove,
        Arguments = [PlanArgument.Of(kind.DeleteBy, kind.DeleteBy == "id" ? id : zoneId ?? id)],
        Lookup = lookup, LongestSeconds = kind.DeleteNotYet.Count > 0 ? 1800 : 300, NotYet = kind.DeleteNotYet, Reversibility = kind.DeleteReversibility, Disturbs = kind.DeleteDisturbs,
    };

    private static (string Command, IReadOnlyList<PlanArgument> Arguments, IReadOnlyList<PlanArgument> Match) Look(PlanStep step) =>
        step.ReadBack is { } back ? (back.Command, back.Arguments, back.Match) : (step.Lookup!.Command, step.Lookup.Arguments, step.Lookup.Match);

    private static PlanLookup ById(PlanStep step, string? id)
    {
        var look = Look(step);
        return new PlanLookup(look.Command, Literal(step, id, look.Arguments), id is null ? look.Match : [PlanArgument.Of("id", id)]);
    }

    // The look-up gives the step its id, so it cannot use it.
    private static IReadOnlyList<PlanArgument> Literal(PlanStep step, string? id, IReadOnlyList<PlanArgument> arguments) =>
        id is null ? arguments : [.. arguments.Select(a => a.Step == step.Key && a.Field is null ? PlanArgument.Of(a.Name, id) : a)];
}

/// <summary>A field in which an object of the cloud differs from the design.</summary>
/// <param name="Field">Which.</param>
/// <param name="Wanted">What the design says.</param>
/// <param name="Former">What is there; null when absent.</param>
/// <param name="DesignPath">Where the design says it.</param>
internal sealed record FieldDifference(ObjectField Field, PlanArgument Wanted, string? Former, string? DesignPath)
{
    /// <summary>True when the design leaves empty what the cloud has.</summary>
    public bool IsCleared => Wanted.Text is "";
}
