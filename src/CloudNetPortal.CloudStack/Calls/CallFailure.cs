namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Why a call brought no success, in one form for refusals at once, refusals in the job and answers that never came.</summary>
/// <param name="Kind">What may be concluded.</param>
/// <param name="Text">CloudStack's own text unchanged, or ours where it gave none.</param>
public sealed record CallFailure(FailureKind Kind, string Text)
{
    /// <summary>CloudStack's <c>errorcode</c> (401, 405, 429–537), when it gave one.</summary>
    public int? Code { get; init; }

    /// <summary>CloudStack's <c>cserrorcode</c> (4250–4390, 9999); absent in job results and for 401.</summary>
    public int? CsCode { get; init; }

    /// <summary>The refusal was in the result of an asynchronous job.</summary>
    public bool InJob { get; init; }

    /// <summary>The job goes on as far as anybody knows; only the waiting for it has ended.</summary>
    public bool StillRuns { get; init; }

    /// <summary>The job that ended or could not be followed further.</summary>
    public string? JobId { get; init; }

    /// <summary>How long the server asked us to wait (Retry-After).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Code and text on one line.</summary>
    public override string ToString() => (Code, CsCode) switch
    {
        ({ } code, { } cs) => $"{Kind} {code}/{cs}: {Text}",
        ({ } code, null) => $"{Kind} {code}: {Text}",
        _ => $"{Kind}: {Text}",
    };
}
