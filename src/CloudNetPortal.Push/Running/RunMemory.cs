using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>The journal and what follows from it: every entry is stored first and believed afterwards. Several steps may use it at the same time.</summary>
internal sealed class RunMemory(IPushJournal journal, Plan plan, TimeProvider time)
{
    private readonly JournalLine _line = new(journal);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StepMemory> _steps = plan.Steps.ToDictionary(s => s.Key, _ => new StepMemory());
    private readonly ILookup<string, string> _wanted = WantedFields(plan);

    public StepMemory this[string step] => _steps[step];

    /// <summary>When this process read the journal, by its own steady clock.</summary>
    public long LoadedAt { get; private set; }

    public async Task LoadAsync(string planHash)
    {
        LoadedAt = time.GetTimestamp();
        foreach (var entry in await journal.ReadAsync())
        {
            if (entry is RunStarted run && run.PlanHash != planHash)
                throw new InvalidOperationException($"The journal belongs to plan {run.PlanHash[..12]}…, not to {planHash[..12]}….");
            Fold(entry, null);
        }
    }

    public Task AddAsync(JournalEntry entry) => _line.AddAsync(entry, e => Fold(e, time.GetTimestamp()));

    /// <summary>Ids that other steps call theirs.</summary>
    public IReadOnlySet<string> ClaimedByOthers(string step)
    {
        lock (_lock) return _steps.Where(s => s.Key != step && s.Value.Effect is not null).Select(s => s.Value.Learned.GetValueOrDefault("id")).OfType<string>().ToHashSet();
    }

    /// <summary>The fields of this step's object that any step refers to; always its id.</summary>
    public IEnumerable<string> WantedOf(string step) => _wanted[step].Append("id").Distinct();

    private void Fold(JournalEntry entry, long? now)
    {
        if (entry is not StepEntry of || !_steps.TryGetValue(of.Step, out var memory)) return;
        lock (_lock) memory.Fold(of, now);
    }

    private static ILookup<string, string> WantedFields(Plan plan) =>
        plan.Steps.SelectMany(PlanOrder.References).Where(a => a.Step is not null).ToLookup(a => a.Step!, a => a.Field ?? "id");
}
