namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// One validation rule: one file named as its sentence, a same-named test, a page docs/rules/CNPnnnn.md. Found by this base class. A rule never throws,
/// never stops another, walks no cables and parses no labels itself: it reads facts.
/// </summary>
public abstract class Rule
{
    /// <summary>CNPnnnn, in the range of its family; never reused.</summary>
    public abstract string Id { get; }
    /// <summary>The sentence, as people read it.</summary>
    public abstract string Title { get; }
    /// <summary>Severity per case and pack: data.</summary>
    public abstract IReadOnlyList<RuleCase> Cases { get; }
    /// <summary>Team that owns what it judges: network, compute, storage, security.</summary>
    public abstract string Team { get; }
    /// <summary>Why CloudStack cares and when it would have been noticed; shown with each finding and on the rule's page.</summary>
    public abstract string Why { get; }

    /// <summary>Judges. Severities are set by the rule book from <see cref="Cases"/>; a rule only says which case.</summary>
    public abstract IEnumerable<Finding> Judge(RuleFacts facts);

    /// <summary>Family: the name of the folder (namespace) the rule lives in.</summary>
    public string Family => GetType().Namespace!.Split('.')[^1];
}

/// <summary>A case of a rule and its severity in both delivered packs.</summary>
/// <param name="Letter">a, b, … or empty when the rule has one case.</param>
/// <param name="Production">Severity in the production pack.</param>
/// <param name="Lab">Severity in the lab pack.</param>
/// <param name="RefusedByServer">True for origin R: the server would refuse the call, so no waiver is possible.</param>
public sealed record RuleCase(string Letter, Severity Production, Severity Lab, bool RefusedByServer = false);
