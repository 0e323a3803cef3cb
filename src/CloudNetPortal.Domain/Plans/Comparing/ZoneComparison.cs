using System.Text.Json;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Plans.TakingDown;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>
/// Goes through the steps that would make the whole design and decides for each, by what the snapshot shows, whether it makes, changes or keeps. Objects are
/// found by recorded ids, then by their natural keys; several that could be meant are a question.
/// </summary>
internal sealed class ZoneComparison(ZoneDesign design, IReadOnlyList<PlanStep> wanted, ZoneSnapshot snapshot, PlanInputs inputs)
{
    private readonly SnapshotRows _rows = new(snapshot);
    private readonly HashSet<string> _keys = [.. wanted.Select(s => s.Key)];
    private readonly HashSet<string> _reserved = [];
    private readonly Dictionary<string, JsonElement> _found = [];
    private readonly HashSet<string> _claimed = [];
    private readonly List<PlanStep> _steps = [];
    private readonly List<PlanProblem> _problems = [];
    private readonly List<PlanQuestion> _questions = [];
    private readonly List<PlanLeftAlone> _leftAlone = [];

    public ComparedZone Run()
    {
        _reserved.UnionWith(inputs.KnownIds.Where(k => _keys.Contains(k.Key)).Select(k => k.Value));
        var pods = design.Pods.ToDictionary(PodsSection.KeyOf);
        foreach (var step in wanted)
        {
            if (CloudObject.Find(step.Command) is { } kind && step.Lookup is not null && !step.OnlyFinds)
            {
                if (step.Command == "createManagementNetworkIpRange")
                    continue;
                Compare(step, kind);
                if (step.Command == "createPod" && _found.TryGetValue(step.Key, out var row))
                    Take(new ManagementRanges(pods[step.Key], row).Compare());
            }
            else if (step.Command == "createManagementNetworkIpRange")
            {
                if (!_found.ContainsKey(step.Key[..step.Key.IndexOf("/management/", StringComparison.Ordinal)]))
                    _steps.Add(step);
            }
            else if (step.OnlyFinds)
                Find(step);
            else
                CompareEffect(step);
        }
        Take(new SwitchedOff(design, _found, _rows).Steps());
        TakeDownLeftovers();
        new LateNetworks(_found, snapshot).Mend(_steps, _problems);
        return new ComparedZone(_steps, _problems, _questions, _leftAlone);
    }

    private void Compare(PlanStep step, CloudObject kind)
    {
        if (Row(step, kind) is not { } row)
        {
            // A list that may not be read says nothing; what an earlier push recorded is believed.
            _steps.Add(!_rows.WasRead(kind.List) && inputs.KnownIds.TryGetValue(step.Key, out var recorded) ? StepRewrites.Keep(step, recorded, "An earlier push made it; these keys may not list it.") : step);
            return;
        }
        var id = SnapshotRows.IdOf(row);
        _found[step.Key] = row;
        if (id is not null)
            _claimed.Add(id);
        var differences = Differences(step, kind, row);
        foreach (var fixedOne in differences.Where(d => d.Field.How == FieldChange.Fixed || (d.Field.How == FieldChange.InPlace && kind.Update is null)))
            _problems.Add(new PlanProblem(step.Key, step.Title, $"{fixedOne.Field.Name} is “{fixedOne.Former}” on the cloud and “{TextOf(fixedOne.Wanted)}” in the design, and CloudStack 4.23 cannot change it.",
                fixedOne.Field.Note ?? "Take the value of the cloud into the design.", fixedOne.DesignPath ?? step.DesignPath));
        if (differences.Any(d => d.Field.How == FieldChange.Recreate) && id is not null)
            Recreate(step, kind, id, row, differences);
        else if (differences.Where(d => d.Field.How == FieldChange.InPlace).ToList() is { Count: > 0 } changes && kind.Update is not null && id is not null)
            _steps.Add(StepRewrites.Change(step, kind, id, changes));
        else
            _steps.Add(Kept(step, kind, id));
        if (step.Command == "createVlanIpRange" && id is not null)
            Take(PublicDedications.Compare(design, step, row, id));
    }

    private static PlanStep Kept(PlanStep step, CloudObject kind, string? id)
    {
        var read = step.ReadBack is null ? null : step.ReadBack with { Expect = [.. step.ReadBack.Expect.Where(e => kind.Field(e.Field)?.How != FieldChange.Ignored)] };
        return StepRewrites.Keep(step with { ReadBack = read is null || id is null ? read : read with { Match = [PlanArgument.IdOf("id", step.Key)] } }, kind, id);
    }

    private void Recreate(PlanStep step, CloudObject kind, string id, JsonElement row, IReadOnlyList<FieldDifference> differences)
    {
        var former = StepRewrites.Remove(kind, $"{step.Key}/former", step.Section, $"{step.Title}, as it was", id, new PlanLookup(kind.List, step.Lookup!.Arguments, [PlanArgument.Of("id", id)]), snapshot.ZoneId) with
        {
            DesignPath = step.DesignPath, Former = Doomed.FormerOf(kind, row), Lane = step.Lane, LongestSeconds = 300, NotYet = [],
            Why = $"{string.Join(", ", differences.Select(d => d.Field.Name))} cannot be changed in place: it is removed and made again.",
            UndoNote = "Made again with the former values.",
        };
        _steps.Add(former);
        // Its references live on: parents of the former one are parents of the new one.
        _steps.Add(step with { After = [.. step.After, former.Key], Former = former.Former, Why = $"Made again with other {string.Join(", ", differences.Select(d => d.Field.Name))}." });
    }

    private List<FieldDifference> Differences(PlanStep step, CloudObject kind, JsonElement row)
    {
        List<FieldDifference> differences = [];
        foreach (var expected in step.ReadBack?.Expect ?? [])
        {
            var field = kind.Field(expected.Field) ?? new ObjectField(expected.Field, FieldChange.Fixed);
            if (field.How == FieldChange.Ignored || expected.Value.Secret is not null)
                continue;
            if (Resolve(expected.Value) is not { } value)
                differences.Add(new FieldDifference(field, expected.Value, FieldPath.Text(row, expected.Field), expected.DesignPath));
            else if (!ValueComparison.Same(value, FieldPath.Values(row, expected.Field), expected.As))
                differences.Add(new FieldDifference(field, expected.Value, FieldPath.Text(row, expected.Field), expected.DesignPath));
        }
        foreach (var field in kind.Fields.Where(f => f.MayBeCleared && step.ReadBack?.Expect.Any(e => e.Field == f.Name) != true))
            if (FieldPath.Text(row, field.Name) is { Length: > 0 } there)
                differences.Add(new FieldDifference(field, PlanArgument.Of(field.Name, ""), there, step.DesignPath));
        return differences;
    }

    private JsonElement? Row(PlanStep step, CloudObject kind)
    {
        if (inputs.KnownIds.TryGetValue(step.Key, out var known) && _rows.ById(kind.List, known) is { } recorded
            && (kind is not VlanDedicationObject || VlanDedications.Covering(snapshot, step, Resolve).Any(r => SnapshotRows.IdOf(r) == known)))
            return recorded;
        var isAnswered = inputs.Answers.TryGetValue(step.Key, out var answer);
        var candidates = Candidates(step, kind);
        if (candidates.Count == 0 || (candidates.Count == 1 && !(step.Lookup!.OnlyIfOurs && !IsMarked(candidates[0]))))
            return candidates.Count == 0 ? null : candidates[0];
        if (step.Lookup!.Unclaimed)
            return Alike(step, candidates);
        var question = new PlanQuestion(step.Key, step.Title, candidates.Count == 1
                ? $"A {kind.Noun} of that name is there, and no push of this portal made it. Is it the one meant?"
                : $"{candidates.Count} objects of the cloud could be this {kind.Noun}. Which one is meant?",
            [.. candidates.Select(c => new PlanCandidate(SnapshotRows.IdOf(c) ?? "", Describe(c)))]) { IsAnswered = isAnswered, Answer = answer, MayBeNone = kind is not ZoneObject };
        // An answer that names none of them was given for another cloud or another day.
        var chosen = answer is null ? null : candidates.Select(c => (JsonElement?)c).FirstOrDefault(c => SnapshotRows.IdOf(c!.Value) == answer);
        _questions.Add(isAnswered && answer is not null && chosen is null || isAnswered && answer is null && !question.MayBeNone ? question with { IsAnswered = false, Answer = null } : question);
        return chosen;
    }

    private List<JsonElement> Candidates(PlanStep step, CloudObject kind)
    {
        var rows = _rows.Find(step.Lookup!.Command, step.Lookup.Arguments, step.Lookup.Match, step.Lookup.IgnoreCase, Resolve) ?? [];
        var open = rows.Where(r => SnapshotRows.IdOf(r) is not { } id || (!_claimed.Contains(id) && !_reserved.Contains(id))).ToList();
        // Neighbouring dedications of one owner become one on the cloud.
        if (open.Count == 0 && kind is VlanDedicationObject)
            open = [.. VlanDedications.Covering(snapshot, step, Resolve)];
        return open;
    }

    // Objects without a natural key are told apart by nothing: one with the same tags first.
    private static JsonElement? Alike(PlanStep step, IReadOnlyList<JsonElement> rows)
    {
        var tags = step.Arguments.FirstOrDefault(a => a.Name == "hosttags")?.Text ?? "";
        return rows.OrderBy(r => ValueComparison.Same(tags, FieldPath.Values(r, "hosttags"), Comparison.WordSet) ? 0 : 1).ThenBy(r => FieldPath.Text(r, "created"), StringComparer.Ordinal).First();
    }

    private bool IsMarked(JsonElement zone) => FieldPath.Text(zone, $"resourcedetails.{MarksSection.Design}") == design.Id;

    private void Find(PlanStep step)
    {
        var rows = step.Lookup is null ? [] : _rows.Find(step.Lookup.Command, step.Lookup.Arguments, step.Lookup.Match, step.Lookup.IgnoreCase, Resolve);
        if (rows is [var row])
            _found[step.Key] = row;
        var isGone = rows is [] && step.Lookup is { Command: "listNetworkServiceProviders" } && _rows.WasRead(step.Lookup.Command);
        _steps.Add(!isGone ? step : step with
        {
            Command = "addNetworkServiceProvider", OnlyFinds = false, IsAsync = true, Why = "CloudStack makes it with the physical network; somebody removed it.", UndoNote = "deleteNetworkServiceProvider.",
        });
    }

    private void CompareEffect(PlanStep step)
    {
        if (step.Action == PlanAction.Wait || step.ReadBack is not { } back || _rows.Find(back.Command, back.Arguments, back.Match, false, Resolve) is not [var row])
        {
            _steps.Add(step);
            return;
        }
        var differing = back.Expect.Where(e => e.Value.Secret is null && (Resolve(e.Value) is not { } value || !ValueComparison.Same(value, FieldPath.Values(row, e.Field), e.As))).ToList();
        if (differing.Count == 0)
            _steps.Add(StepRewrites.Keep(step, SnapshotRows.IdOf(row)));
        else
            _steps.Add(EffectChanges.Of(StepRewrites.Change(step, row, differing), snapshot));
    }

    private void TakeDownLeftovers()
    {
        if (snapshot.ZoneId is not { } zoneId || !_found.TryGetValue(ZoneSection.Zone, out var zone) || SnapshotRows.IdOf(zone) != zoneId)
            return;
        var leftovers = new Leftovers(snapshot, inputs, _claimed, design);
        _leftAlone.AddRange(leftovers.LeftAlone());
        var taken = new TakeDown(snapshot) { Claimed = _claimed }.Steps(leftovers.Owned());
        _problems.AddRange(taken.Problems);
        if (taken.Steps.Count > 0)
            Removals.Insert(_steps, taken.Steps);
    }

    private void Take(IEnumerable<PlanStep> steps) => _steps.AddRange(steps);

    private void Take((IEnumerable<PlanStep> Steps, IEnumerable<PlanProblem> Problems, IEnumerable<PlanLeftAlone> LeftAlone) found)
    {
        _steps.AddRange(found.Steps);
        _problems.AddRange(found.Problems);
        _leftAlone.AddRange(found.LeftAlone);
    }

    private string? Resolve(PlanArgument argument) =>
        argument.Text ?? (argument.Step is { } step && _found.TryGetValue(step, out var row) ? FieldPath.Text(row, argument.Field ?? "id") : null);

    private string TextOf(PlanArgument argument) => Resolve(argument) is { Length: > 0 } text ? text : argument.Text is "" ? "nothing" : "another object";

    private static string Describe(JsonElement row)
    {
        string[] telling = ["name", "state", "allocationstate", "vlan", "tags", "isolationmethods", "startip", "endip", "gateway", "hypervisortype", "url", "ipaddress", "created"];
        return string.Join(", ", telling.Select(f => FieldPath.Text(row, f) is { Length: > 0 } value ? $"{f} {value}" : null).OfType<string>());
    }
}
