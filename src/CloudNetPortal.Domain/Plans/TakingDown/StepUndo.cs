using CloudNetPortal.Domain.Plans.Objects;

namespace CloudNetPortal.Domain.Plans.TakingDown;

/// <summary>The counterpart of one step of a push.</summary>
/// <param name="plan">The plan that was pushed.</param>
/// <param name="made">What was learned; null for a preview, where ids are those that the steps will learn.</param>
internal sealed class StepUndo(Plan plan, IReadOnlyDictionary<string, StepMade>? made)
{
    private readonly Dictionary<string, PlanStep> _steps = plan.Steps.ToDictionary(s => s.Key);

    /// <summary>The id of a step's object as an argument; null when nobody learned it.</summary>
    public PlanArgument? IdOf(string key) => IdText(key) is { } id ? PlanArgument.Of("id", id) : made is null ? PlanArgument.IdOf("id", key) : null;

    public string? IdText(string key) =>
        made?.GetValueOrDefault(key)?.Id ?? (_steps.TryGetValue(key, out var step) ? step.Lookup?.Match.FirstOrDefault(m => m is { Name: "id", Text: not null })?.Text : null);

    public Doomed? Doom(PlanStep step)
    {
        var id = made is null ? null : IdText(step.Key);
        if (made is not null && id is null)
            return null;
        // Arguments name the zone first; what is nearest comes last.
        var parents = step.Arguments.Where(a => a.Step is { } of && of != step.Key && !of.StartsWith("domain/", StringComparison.Ordinal) && !of.StartsWith("offering/", StringComparison.Ordinal))
            .Select(a => made is null ? a.Step! : IdText(a.Step!)).OfType<string>().Reverse().ToList();
        return new Doomed(CloudObject.Find(step.Command)!, $"back/{step.Key}", step.Title, id, step.Key, parents, []);
    }

    /// <summary>The step that takes it back, or why there is none.</summary>
    public (PlanStep? Step, string? Why) Of(PlanStep step) => step.Action switch
    {
        PlanAction.Remove => Remake(step),
        PlanAction.Change when step.Command == "updatePodManagementNetworkIpRange" => Resize(step),
        PlanAction.Change when step.Command is "prepareHostForMaintenance" or "enableStorageMaintenance" => (null, "It was the way to its removal."),
        // What was given to an account was nobody's before, or was taken from another one by a step of its own.
        PlanAction.Change when step.Command == "dedicatePublicIpRange" => (Back(step) with
        {
            Command = "releasePublicIpRange", Arguments = [.. step.Arguments.Where(a => a.Name == "id")],
            ReadBack = step.ReadBack! with { Expect = [new PlanExpectation("account", PlanArgument.Of("account", ""), Comparison.Absent)] },
        }, null),
        PlanAction.Change when step.Command == "releasePublicIpRange" => (null, $"It is to be given to {step.Former[0].Value} again in CloudStack: the plan does not know the domain."),
        PlanAction.Change => Restore(step),
        _ when step.Command.StartsWith("update", StringComparison.Ordinal) => (null, "What was there before was not read."),
        _ => (null, step.UndoNote ?? "CloudStack has no call that takes it back."),
    };

    private (PlanStep?, string?) Restore(PlanStep step)
    {
        if (step.Former.Count == 0)
            return (null, "Its former value is not known.");
        var kind = CloudObject.All.FirstOrDefault(k => k.Update == step.Command && step.Former.All(f => k.Field(f.Field) is not null));
        List<PlanArgument> arguments = [];
        foreach (var argument in step.Arguments)
        {
            var field = step.Former.FirstOrDefault(f => f.Field == argument.Name || kind?.Field(f.Field)?.Parameter == argument.Name);
            if (field is null)
            {
                // The id, or the name of a setting.
                if (argument.Name.StartsWith("details[", StringComparison.Ordinal))
                    continue;
                arguments.Add(argument.Step is null ? argument : IdOf(argument.Step) is { } id ? id with { Name = argument.Name } : argument);
            }
            else if (field.Value is null && !(kind?.Field(field.Field)?.MayBeCleared ?? false))
                return (null, $"{field.Field} had no value, and CloudStack does not clear it.");
            else
                arguments.Add(PlanArgument.Of(argument.Name, field.Value ?? ""));
        }
        var details = step.Former.Where(f => f.Field.StartsWith("resourcedetails.", StringComparison.Ordinal)).ToList();
        if (details.Count > 0 && details.All(d => d.Value is null))
            return (null, "Details of a zone cannot be removed.");
        arguments.AddRange(details.Where(d => d.Value is not null).SelectMany((d, i) => new[] { PlanArgument.Of($"details[{i}].key", d.Field["resourcedetails.".Length..]), PlanArgument.Of($"details[{i}].value", d.Value!) }));
        return (Back(step) with
        {
            Arguments = arguments,
            ReadBack = step.ReadBack is null ? null : Fixed(step, step.ReadBack with
            {
                Expect = [.. step.Former.Select(f => new PlanExpectation(f.Field, PlanArgument.Of(f.Field, f.Value ?? ""),
                    f.Value is null ? Comparison.Absent : step.ReadBack.Expect.FirstOrDefault(e => e.Field == f.Field)?.As is { } how and not Comparison.Absent ? how : Comparison.Exact))],
            }),
        }, null);
    }

    private (PlanStep?, string?) Resize(PlanStep step)
    {
        string Text(string name) => step.Arguments.First(a => a.Name == name).Text!;
        var pod = step.Arguments.First(a => a.Name == "podid");
        var (start, end) = (Text("currentstartip"), Text("currentendip"));
        PlanArgument podId = (pod.Step is null ? pod : IdOf(pod.Step) ?? pod) with { Name = "podid" };
        return (Back(step) with
        {
            Lookup = null, Former = [new("startip", Text("newstartip")), new("endip", Text("newendip"))],
            Arguments = [podId, PlanArgument.Of("currentstartip", Text("newstartip")), PlanArgument.Of("currentendip", Text("newendip")), PlanArgument.Of("newstartip", start), PlanArgument.Of("newendip", end)],
            ReadBack = new PlanReadBack("listPods", [podId with { Name = "id" }], [podId with { Name = "id" }], [new PlanExpectation("startip", PlanArgument.Of("startip", start), Comparison.Contains), new PlanExpectation("endip", PlanArgument.Of("endip", end), Comparison.Contains)]),
        }, null);
    }

    private static (PlanStep?, string?) Remake(PlanStep step)
    {
        if (CloudObject.All.FirstOrDefault(k => k.Delete == step.Command) is not { Remake.Count: > 0 } kind)
            return (null, step.UndoNote ?? "It was removed, and its id and contents are gone.");
        var arguments = step.Former.Where(f => f.Value is not null && f is not { Field: "account", Value: "system" }).Select(f => (Field: kind.Fields.Concat(kind.Remake).First(x => x.Name == f.Field), f.Value))
            .Select(f => PlanArgument.Of(f.Field.Parameter, f.Value!.StartsWith("vlan://", StringComparison.Ordinal) ? f.Value["vlan://".Length..] : f.Value)).ToList();
        // A public range that was nobody's is listed with the domain of the system.
        if (!arguments.Exists(a => a.Name == "account"))
            arguments.RemoveAll(a => a.Name == "domainid");
        // It is listed with the zone's own public network, which nobody may name.
        if (arguments.Exists(a => a is { Name: "forvirtualnetwork", Text: "true" }))
            arguments.RemoveAll(a => a.Name == "networkid");
        return (new PlanStep
        {
            Key = $"back/{step.Key}", Section = step.Section, Title = step.Title, Command = kind.Create, IsAsync = kind is StorageRangeObject, Lane = step.Lane, LongestSeconds = 120, Arguments = arguments,
            Lookup = new PlanLookup(kind.List, [], [.. arguments.Where(a => a.Name is "startip" or "endip" or "vlan" or "podid")]), Why = "The push removed it; it comes back under a new id.",
        }, null);
    }

    private PlanStep Back(PlanStep step) => step with
    {
        Key = $"back/{step.Key}", Title = step.Title, Action = PlanAction.Change, After = [], Wave = 0, Why = "Gets its former value back.", UndoNote = null, SideEffect = null,
        Lookup = step.Lookup is null ? null : step.Lookup with { Arguments = Fixed(step, step.Lookup.Arguments), Match = Fixed(step, step.Lookup.Match), FoundMeansDone = false },
        Former = [.. step.Former.Select(f => new PlanFormerValue(f.Field, step.ReadBack?.Expect.FirstOrDefault(e => e.Field == f.Field)?.Value.Text))],
    };

    private PlanReadBack Fixed(PlanStep step, PlanReadBack back) => back with { Arguments = Fixed(step, back.Arguments), Match = Fixed(step, back.Match) };

    private IReadOnlyList<PlanArgument> Fixed(PlanStep step, IReadOnlyList<PlanArgument> arguments) =>
        [.. arguments.Select(a => a.Step is { } of && (IdOf(of) ?? (of == step.Key ? IdOf(step.Key) : null)) is { } id ? id with { Name = a.Name } : a)];
}
