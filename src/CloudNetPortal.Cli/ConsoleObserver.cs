using CloudNetPortal.Push;

namespace CloudNetPortal.Cli;

/// <summary>One line for each step that ends and for each wait.</summary>
internal sealed class ConsoleObserver(TextWriter writer, int steps) : IPushObserver
{
    private readonly HashSet<string> _told = [];
    private int _ended;

    public void On(PushEvent happened)
    {
        switch (happened)
        {
            case StepMoved { Report: { State: not (StepState.Running or StepState.Waiting) } report }:
                writer.WriteLine($"{++_ended,4}/{steps}  {Mark(report),-8}  {report.Title}{(report.Text is null ? "" : $"  — {report.Text}")}");
                break;
            case Waiting waiting when _told.Add($"{waiting.Key}{waiting.Why}"):
                writer.WriteLine($"{"",10}waiting   {waiting.Why}");
                break;
        }
    }

    private static string Mark(StepReport report) => report.State switch
    {
        StepState.Done when report.How == Push.Journals.StepEffect.Adopted => "found",
        StepState.Done => "done",
        StepState.Differs => "differs",
        StepState.Refused => "refused",
        StepState.NeedsChoice => "choose",
        _ => "skipped",
    };
}
