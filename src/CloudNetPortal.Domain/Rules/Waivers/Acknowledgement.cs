namespace CloudNetPortal.Domain.Rules.Waivers;

/// <summary>Somebody with the right to edit has taken note of a warning, by name and in one sentence. It is gone as soon as the values change.</summary>
public sealed class Acknowledgement
{
    private Acknowledgement() { }

    /// <summary>Takes note of a warning.</summary>
    public Acknowledgement(Guid zoneId, Finding warning, string sentence, Guid by, string byName, DateTimeOffset at) =>
        (ZoneId, RuleId, Case, Fingerprint, Message, Sentence, By, ByName, At) = (zoneId, warning.RuleId, warning.Case, warning.Fingerprint, warning.Message, sentence.Trim(), by, byName, at);

    /// <summary>Row id.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The zone.</summary>
    public Guid ZoneId { get; private set; }
    /// <summary>The rule.</summary>
    public string RuleId { get; private set; } = "";
    /// <summary>The case.</summary>
    public string Case { get; private set; } = "";
    /// <summary>Hash of the values at the time.</summary>
    public string Fingerprint { get; private set; } = "";
    /// <summary>The warning's sentence at the time.</summary>
    public string Message { get; private set; } = "";
    /// <summary>Why it may stand.</summary>
    public string Sentence { get; private set; } = "";
    /// <summary>Person.</summary>
    public Guid By { get; private set; }
    /// <summary>Name of the person.</summary>
    public string ByName { get; private set; } = "";
    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>As judging sees it.</summary>
    public StandingAnswer ToAnswer() => new(Id, IsWaiver: false, RuleId, Case, Severity.Warning, [Fingerprint], [], ByName, Sentence, At, null);
}
