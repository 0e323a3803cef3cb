using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>One step in one run: what is known of it, and how its turns are written down.</summary>
/// <param name="scene">What the steps of the run share.</param>
/// <param name="step">The step.</param>
/// <param name="readyAt">When the last step it needs was done, by the steady clock.</param>
/// <param name="answered">Told when the answer itself shows the object as pushed: what depends on it may begin while it is read back.</param>
internal sealed class StepTurn(RunScene scene, PlanStep step, long readyAt, Action answered)
{
    public RunScene Scene => scene;
    public PlanStep Step => step;
    public StepMemory Memory { get; } = scene.Memory[step.Key];
    public Waits Waits { get; } = scene.WriteWaits();
    public PatientReads Reads { get; } = new(scene.Client, scene.Reads, scene.ReadWaits(), scene.Time);
    public StepArguments Arguments { get; } = new(key => scene.Memory[key].Learned, scene.OpenSecret);
    public TimeProvider Time => scene.Time;
    public PushPatience Patience => scene.Patience;

    /// <summary>How old a list may be that is only looked at: never older than the last step this one needs.</summary>
    public long ReadNotBefore(TimeSpan age) => Math.Max(readyAt, Time.GetTimestamp() - (long)(age.TotalSeconds * Time.TimestampFrequency));

    /// <summary>CloudStack's own answer shows the object as pushed.</summary>
    public void AnswerShowsIt() => answered();

    public Task AddAsync(JournalEntry entry) => scene.Memory.AddAsync(entry);

    public DateTimeOffset Now => Time.GetUtcNow();

    public void Phase(StepPhase phase) => scene.Observer.On(new PhaseReached(step.Key, phase));

    public StepReport Report(StepState state) =>
        new(step.Key, step.Title, state) { How = Memory.Effect, ObjectId = Memory.Learned.GetValueOrDefault("id"), Proofs = Memory.Proofs ?? [] };

    public async Task RecordAsync(StepEffect how, JsonElement row, string? id)
    {
        await AddAsync(new StepResult(Now, step.Key, how, LearnFrom(row, id)));
        Phase(StepPhase.Recorded);
    }

    public async Task<StepReport> RefuseAsync(int? code, int? csCode, string text)
    {
        await AddAsync(new StepRefused(Now, step.Key, code, csCode, text));
        return Report(StepState.Refused) with { Code = code, Text = text };
    }

    public Task NothingHappenedAsync(string why, bool certain = true) => AddAsync(new StepNotSent(Now, step.Key, why, certain));

    public async Task<StepReport> ObservedAsync(IReadOnlyList<Proof> proofs)
    {
        await AddAsync(new StepObserved(Now, step.Key, proofs, Memory.Learned));
        Phase(StepPhase.Observed);
        var differing = proofs.Where(p => !p.Same).ToArray();
        return Report(differing.Length == 0 ? StepState.Done : StepState.Differs) with { Proofs = proofs, Text = differing.Length == 0 ? null : string.Join(' ', differing.Select(Sentence)) };
    }

    // Of an object only the fields that steps refer to are kept: lists can carry much more than a journal should hold.
    public Dictionary<string, string> LearnFrom(JsonElement row, string? id)
    {
        var learned = new Dictionary<string, string>(Memory.Learned);
        if (id is not null) learned["id"] = id;
        foreach (var field in scene.Memory.WantedOf(step.Key))
            if (FieldPath.Text(row, field) is { } value) learned[field] = value;
        return learned;
    }

    private string Sentence(Proof proof) => (proof.Field.Length, step.Action) switch
    {
        (0, PlanAction.Remove) => "It is still there.",
        (0, _) => $"Read back: {proof.Observed ?? "no such object"}.",
        (_, PlanAction.Keep) => $"{proof.Field}: designed “{proof.Pushed}”, observed “{proof.Observed}”.",
        _ => $"{proof.Field}: sent “{proof.Pushed}”, observed “{proof.Observed}”.",
    };
}
