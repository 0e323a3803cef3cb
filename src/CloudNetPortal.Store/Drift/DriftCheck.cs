using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Drift;

/// <summary>How a zone was compared with its cloud last: one row for each zone.</summary>
public sealed class DriftCheck
{
    private const int LongestProblem = 2000;

    public required Guid ZoneId { get; init; }

    /// <summary>When somebody tried last.</summary>
    public DateTimeOffset TriedAt { get; private set; }

    /// <summary>When the cloud was read last; null for never. What is shown is of this moment.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When no difference was found last: older events cannot be the cause of one.</summary>
    public DateTimeOffset? CleanAt { get; private set; }

    /// <summary>Why the last try gave nothing; null when it did.</summary>
    [MaxLength(LongestProblem)]
    public string? Problem { get; private set; }

    /// <summary>Calls the last reading took.</summary>
    public int Calls { get; private set; }

    /// <summary>Milliseconds the last reading took.</summary>
    public int Milliseconds { get; private set; }

    /// <summary>What could not be read, one sentence for each list.</summary>
    public List<string> Notes { get; private set; } = [];

    /// <summary>The revision it was compared with.</summary>
    public Guid? RevisionId { get; private set; }

    /// <summary>The cloud was read and compared.</summary>
    public void Read(DateTimeOffset at, Guid revision, int calls, TimeSpan took, IReadOnlyList<string> notes, bool isClean)
    {
        (TriedAt, ReadAt, Problem, RevisionId, Calls, Milliseconds, Notes) = (at, at, null, revision, calls, (int)took.TotalMilliseconds, [.. notes]);
        if (isClean) CleanAt = at;
    }

    /// <summary>Nothing could be read; what is known stays, and grows old.</summary>
    public void Fail(DateTimeOffset at, string problem) => (TriedAt, Problem) = (at, problem.Length > LongestProblem ? problem[..LongestProblem] : problem);
}
