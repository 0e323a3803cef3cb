using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Where each step of a plan stands, by what the journal says.</summary>
internal static class StepsSoFar
{
    public static IReadOnlyList<StepReport> Of(Plan plan, IReadOnlyList<JournalEntry> journal)
    {
        var reports = plan.Steps.ToDictionary(step => step.Key, step => new StepReport(step.Key, step.Title, CloudNetPortal.Push.StepState.Waiting));
        foreach (var entry in journal)
        {
            if (entry is StepEntry of && reports.TryGetValue(of.Step, out var report))
                reports[of.Step] = After(report, of);
        }

        // What a step needs and did not get, it waits for in vain.
        foreach (var step in plan.Steps.Where(step => reports[step.Key].State == CloudNetPortal.Push.StepState.Waiting))
        {
            if (step.After.FirstOrDefault(key => reports[key] is { State: CloudNetPortal.Push.StepState.Refused or CloudNetPortal.Push.StepState.Differs } or { State: CloudNetPortal.Push.StepState.Skipped, SkipReason: null }) is { } missing)
                reports[step.Key] = reports[step.Key] with { State = CloudNetPortal.Push.StepState.Skipped, Text = $"Not started: it needs “{reports[missing].Title}”." };
        }

        return [.. plan.Steps.Select(step => reports[step.Key])];
    }

    private static StepReport After(StepReport report, StepEntry entry) => entry switch
    {
        OperatorChose => report with { State = CloudNetPortal.Push.StepState.Waiting, Candidates = [], Text = null },
        OperatorSkipped skipped when report.State != CloudNetPortal.Push.StepState.Done =>
            report with { State = CloudNetPortal.Push.StepState.Skipped, Text = $"Skipped by {skipped.By}: {skipped.Reason}", SkipReason = skipped.Reason, Candidates = [] },
        OperatorSkipped => report,
        StepNotSent notSent => report with { State = CloudNetPortal.Push.StepState.Waiting, Text = notSent.Why },
        StepResult result => report with { State = CloudNetPortal.Push.StepState.Running, How = result.How, ObjectId = result.Learned.GetValueOrDefault("id"), Text = null },
        StepObserved observed => report with
        {
            State = observed.Proofs.All(proof => proof.Same) ? CloudNetPortal.Push.StepState.Done : CloudNetPortal.Push.StepState.Differs, Proofs = observed.Proofs,
            ObjectId = observed.Learned.GetValueOrDefault("id") ?? report.ObjectId, Text = null,
        },
        StepRefused refused => report with { State = CloudNetPortal.Push.StepState.Refused, Code = refused.Code, Text = refused.Text },
        StepAmbiguous ambiguous => report with { State = CloudNetPortal.Push.StepState.NeedsChoice, Candidates = ambiguous.Candidates },
        _ => report with { State = CloudNetPortal.Push.StepState.Running, Code = null, Text = null },
    };
}
