namespace CloudNetPortal.Import;

/// <summary>How much a problem matters to the import it was met in.</summary>
public enum ProblemWeight
{
    /// <summary>Something was not taken over; the cure has to be done first.</summary>
    Error,
    /// <summary>Taken over, but somebody should look.</summary>
    Warning,
    /// <summary>Worth knowing, nothing to do.</summary>
    Note,
}

/// <summary>One thing that is wrong with a file, said so that a person can mend it.</summary>
/// <param name="Weight">How much it matters.</param>
/// <param name="Cause">Kind of the problem in a few words, equal for all problems that are mended the same way: “Missing comma”.</param>
/// <param name="File">The file as it was given.</param>
/// <param name="Line">Line from 1, where known.</param>
/// <param name="Column">Character in the line from 1, where known.</param>
/// <param name="Place">Column name or JSON pointer, where there is one.</param>
/// <param name="Value">The value that was met, cut to 200 characters.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Cure">What to do about it, one sentence.</param>
public sealed record ImportProblem(ProblemWeight Weight, string Cause, string File, int? Line, int? Column, string? Place, string? Value, string Message, string Cure)
{
    /// <summary>Everything in one line: <c>zone.cfg:12:5 /zones/0/dns1 “x”: message Cure.</c></summary>
    public override string ToString() =>
        $"{File}{(Line is null ? "" : $":{Line}")}{(Column is null ? "" : $":{Column}")}{(Place is null ? "" : $" {Place}")}{(Value is null ? "" : $" “{Value}”")}: {Message} {Cure}";
}
