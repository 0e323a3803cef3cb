using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules;

/// <summary>A proposal to solve a finding.</summary>
/// <param name="Title">What it does, as a button: “Add 540–599 to sw-b1 Eth1/7”; for a guided one what is chosen: “Choose the cable that stays”.</param>
/// <param name="DesignEdits">Edits of the design.</param>
/// <param name="CatalogueEdits">Edits of the catalogue.</param>
/// <param name="Manual">For a fix outside the portal: the command or the words for the work order.</param>
public sealed record Fix(string Title, IReadOnlyList<FieldEdit>? DesignEdits = null, IReadOnlyList<CatalogueEdit>? CatalogueEdits = null, string? Manual = null)
{
    /// <summary>Answers of a guided fix, the best first; each has its own edits.</summary>
    public IReadOnlyList<Fix> Choices { get; init; } = [];

    /// <summary>Why one would choose this answer: “free on all 64 hosts”.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Note { get; init; }

    /// <summary>A value only a person knows; the fix writes it besides its edits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FixInput? Input { get; init; }

    /// <summary>How it is carried out.</summary>
    public FixKind Kind => Choices.Count > 0 || Input is not null ? FixKind.Guided : HasEdits ? FixKind.OneClick : FixKind.Manual;

    /// <summary>True when the portal can do it by itself, without asking.</summary>
    [JsonIgnore]
    public bool IsOneClick => Kind == FixKind.OneClick;

    /// <summary>What a guided fix offers: its answers, or itself when it asks for a value only.</summary>
    [JsonIgnore]
    public IReadOnlyList<Fix> Answers => Choices.Count > 0 ? Choices : [this];

    private bool HasEdits => DesignEdits is { Count: > 0 } || CatalogueEdits is { Count: > 0 };

    /// <summary>A question with answers; nothing when there is none to choose from.</summary>
    public static IEnumerable<Fix> Choose(string title, params IEnumerable<Fix> answers) => answers.ToList() is { Count: > 0 } all ? [new Fix(title) { Choices = all }] : [];

    /// <summary>A question for one text of the design that only a person can answer.</summary>
    public static Fix Ask(string title, string label, string path, string? from, string suggested = "", string help = "") => new(title) { Input = new FixInput(label, path, from, suggested, help) };

    /// <summary>The fix with the value that was typed: one click from here on.</summary>
    public Fix With(string value) => Input is null ? this : this with { Input = null, DesignEdits = [.. DesignEdits ?? [], FieldEdit.Text(Input.Path, Input.From, value.Trim())] };
}

/// <summary>How a fix is carried out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FixKind>))]
public enum FixKind
{
    /// <summary>The portal writes the change.</summary>
    [JsonStringEnumMemberName("one-click")] OneClick,
    /// <summary>A person chooses or types, then the portal writes the change.</summary>
    [JsonStringEnumMemberName("guided")] Guided,
    /// <summary>Outside the portal, with the command or the words for the work order.</summary>
    [JsonStringEnumMemberName("manual")] Manual,
}

/// <summary>A text of the design that a guided fix asks for.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Path">The field.</param>
/// <param name="From">What the field holds.</param>
/// <param name="Suggested">What stands there before somebody types.</param>
/// <param name="Help">How it is written, and what it is for.</param>
public sealed record FixInput(string Label, string Path, string? From, string Suggested = "", string Help = "");
