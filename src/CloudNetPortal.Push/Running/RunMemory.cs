using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>The journal and what follows from it: every entry is stored first and believed afterwards.</summary>
internal sealed class RunMemory(IPushJournal journal, Plan plan)
{
    private readonly Dictionary<string, StepMemory> _steps = plan.Steps.ToDictionary(s => s.Key, _ => new StepMemory());
    private readonly ILookup<string, string> _wanted = WantedFields(plan);

    public StepMemory this[string step] => _steps[step];

    public async Task<bool> LoadAsync(string planHash)
    {
        var entries = await journal.ReadAsync();
        foreach (var entry in entries)
        {
            if (entry is RunStarted run && run.PlanHash != planHash)
                throw new InvalidOperationException($"The journal belongs to plan {run.PlanHash[..12]}…, not to {planHash[..12]}….");
            Fold(entry);
        }
        return entries.Count > 0;
    }

    public async Task AddAsync(JournalEntry entry)
    {
        await journal.AppendAsync(entry);
        Fold(entry);
    }

    /// <summary>Ids that other steps call theirs.</summary>
    public IReadOnlySet<string> ClaimedByOthers(string step) =>
        _steps.Where(s => s.Key != step && s.Value.Effect is not null).Select(s => s.Value.Learned.GetValueOrDefault("id")).OfType<string>().ToHashSet();

    /// <summary>The fields of this step's object that any step refers to; always its id.</summary>
    public IEnumerable<string> WantedOf(string step) => _wanted[step].Append("id").Distinct();

    private void Fold(JournalEntry entry)
    {
        if (entry is StepEntry of && _steps.TryGetValue(of.Step, out var memory)) memory.Fold(of);
    }

    private static ILookup<string, string> WantedFields(Plan plan) =>
        plan.Steps.SelectMany(References).Where(a => a.Step is not null).ToLookup(a => a.Step!, a => a.Field ?? "id");

    /// <summary>Every argument of a step, wherever it stands.</summary>
    public static IEnumerable<PlanArgument> References(PlanStep step) =>
    [
        .. step.Arguments,
        .. step.Lookup?.Arguments ?? [],
        .. step.Lookup?.Match ?? [],
        .. step.ReadBack?.Arguments ?? [],
        .. step.ReadBack?.Match ?? [],
        .. step.ReadBack?.Expect.Select(e => e.Value) ?? [],
    ];
}
