using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Push.Journals;

/// <summary>What a journal knows of the objects of its plan's steps.</summary>
public static class PushedSteps
{
    /// <summary>Each step that has its effect: the id of its object, and whether a call of this push made it, also one whose answer was lost.</summary>
    public static IReadOnlyDictionary<string, StepMade> Of(IEnumerable<JournalEntry> journal) =>
        journal.OfType<StepResult>().GroupBy(r => r.Step).ToDictionary(g => g.Key, g => new StepMade(g.Last().Learned.GetValueOrDefault("id"), g.Any(r => r.How is StepEffect.Called or StepEffect.Recovered)));
}
