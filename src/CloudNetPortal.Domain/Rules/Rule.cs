using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// One validation rule: one file named as its sentence, a same-named test, a page docs/rules/CNPnnnn.md generated from its texts. Found by this base class.
/// A rule never throws, never stops another, walks no cables and parses no labels itself: it reads facts.
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
    /// <summary>An example that is rejected, for the page.</summary>
    public abstract string Rejected { get; }
    /// <summary>An example that is accepted, for the page.</summary>
    public abstract string Accepted { get; }
    /// <summary>How it is solved, for the page.</summary>
    public abstract string Cure { get; }
    /// <summary>Where the rule comes from.</summary>
    public abstract RuleOrigins Origins { get; }

    /// <summary>What it looks at: after an edit of something else it need not run again. Everything, unless the rule says less.</summary>
    public virtual Reads Reads => Reads.Everything;

    /// <summary>Judges. Severities are set by the rule book from <see cref="Cases"/>; a rule only says which case.</summary>
    public abstract IEnumerable<Finding> Judge(RuleFacts facts);

    /// <summary>Family: the name of the folder (namespace) the rule lives in.</summary>
    public string Family => GetType().Namespace!.Split('.')[^1];

    /// <summary>A finding of this rule.</summary>
    /// <param name="path">Where to fix it.</param>
    /// <param name="message">One sentence with the concrete values.</param>
    /// <param name="letter">Case.</param>
    protected Finding Found(string path, string message, string letter = "") => new() { RuleId = Id, Case = letter, Severity = Severity.Off, Path = path, Message = message };

    /// <summary>Could not be judged: says which data is missing and how to bring it.</summary>
    protected Finding Unverified(string path, string message, string letter = "") => Found(path, message, letter) with { Status = FindingStatus.NotVerified };

    /// <summary>Names for a message: up to three, then “and 60 more”.</summary>
    protected internal static string List(IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        return all.Count switch { 0 => "none", 1 => all[0], 2 => $"{all[0]} and {all[1]}", 3 => $"{all[0]}, {all[1]} and {all[2]}", _ => $"{all[0]}, {all[1]}, {all[2]} and {all.Count - 3} more" };
    }

    /// <summary>A button that sets one text field of the design.</summary>
    protected static Fix Set(string title, string path, string? from, string? to) => new(title, [FieldEdit.Text(path, from, to)]);

    /// <summary>“1 host”, “63 hosts”.</summary>
    protected static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : noun.EndsWith('s') ? $"{number} {noun}es" : $"{number} {noun}s";
}

/// <summary>A case of a rule and its severity in both delivered packs.</summary>
/// <param name="Letter">a, b, … or empty when the rule has one case.</param>
/// <param name="Production">Severity in the production pack.</param>
/// <param name="Lab">Severity in the lab pack.</param>
/// <param name="RefusedByServer">True when the server would refuse the call, so no waiver is possible.</param>
/// <param name="Meaning">What the case is, for the page; empty when the rule has one case.</param>
public sealed record RuleCase(string Letter, Severity Production, Severity Lab, bool RefusedByServer = false, string Meaning = "");
