namespace CloudNetPortal.Import.Reading;

/// <summary>Collects the problems of one file. Bounded: a file that is wrong everywhere says so once instead of a million times.</summary>
public sealed class ProblemLog(string file)
{
    /// <summary>How many problems of one file are kept.</summary>
    public const int Most = 20_000;

    private readonly List<ImportProblem> _problems = [];
    private int _unkept;

    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The problems, in the order they were met; the last one says how many more there were.</summary>
    public IReadOnlyList<ImportProblem> Problems => _unkept == 0
        ? _problems
        : [.. _problems, new(ProblemWeight.Error, "Too many problems", File, null, null, null, null, $"{_unkept} further problems are not listed.", "Mend the ones above and import again.")];

    /// <summary>True when something was not taken over.</summary>
    public bool HasErrors => _problems.Exists(p => p.Weight == ProblemWeight.Error);

    /// <summary>Something was not taken over.</summary>
    public void Error(string cause, string message, string cure, int? line = null, int? column = null, string? place = null, string? value = null) =>
        Add(ProblemWeight.Error, cause, message, cure, line, column, place, value);

    /// <summary>Taken over, but somebody should look.</summary>
    public void Warning(string cause, string message, string cure, int? line = null, int? column = null, string? place = null, string? value = null) =>
        Add(ProblemWeight.Warning, cause, message, cure, line, column, place, value);

    /// <summary>Worth knowing.</summary>
    public void Note(string cause, string message, string cure, int? line = null, int? column = null, string? place = null, string? value = null) =>
        Add(ProblemWeight.Note, cause, message, cure, line, column, place, value);

    /// <summary>A problem found elsewhere.</summary>
    public void Add(ImportProblem problem)
    {
        if (_problems.Count < Most)
            _problems.Add(problem);
        else
            _unkept++;
    }

    private void Add(ProblemWeight weight, string cause, string message, string cure, int? line, int? column, string? place, string? value) =>
        Add(new(weight, cause, File, line, column, place, Cut(value), message, cure));

    private static string? Cut(string? value) => value is { Length: > 200 } ? value[..199] + "…" : value;
}
