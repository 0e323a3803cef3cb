namespace CloudNetPortal.Domain.Approvals;

/// <summary>What one person said for one team about one content.</summary>
public sealed class Approval
{
    private Approval() { }

    internal Approval(string team, Guid by, Verdict verdict, string? comment, string contentHash, DateTimeOffset at) =>
        (Team, By, Verdict, Comment, ContentHash, At) = (team, by, verdict, comment, contentHash, at);

    /// <summary>Row id.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Team spoken for.</summary>
    public string Team { get; private set; } = "";
    /// <summary>Person.</summary>
    public Guid By { get; private set; }
    /// <summary>Consent or not.</summary>
    public Verdict Verdict { get; private set; }
    /// <summary>Words.</summary>
    public string? Comment { get; private set; }
    /// <summary>Hash of revision, plan and rule results it was given for.</summary>
    public string ContentHash { get; private set; } = "";
    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
    /// <summary>True once the content changed: it counts no more.</summary>
    public bool IsStale { get; private set; }

    internal void Lapse() => IsStale = true;
}

/// <summary>Consent or not.</summary>
public enum Verdict
{
    /// <summary>Consent.</summary>
    Approved,
    /// <summary>Changes are asked for.</summary>
    ChangesWanted,
}
