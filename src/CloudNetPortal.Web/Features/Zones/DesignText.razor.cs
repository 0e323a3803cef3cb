using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>A text field of the design.</summary>
public sealed partial class DesignText : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    private string? typed;
    private string? seen;
    private ITimer? rest;
    private Face? face;
    private IReadOnlyList<Domain.Rules.Finding> faceFindings = [];
    private IReadOnlyList<PickOption>? faceOptions;
    private bool hadBelow;

    [CascadingParameter] public required ZoneEditing Zone { get; set; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <summary>Path in the design.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    /// <summary>What the design holds.</summary>
    [Parameter, EditorRequired] public string? Value { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    /// <summary>Machine text: addresses, names of bridges.</summary>
    [Parameter] public bool Mono { get; set; }

    [Parameter] public bool FixedOncePushed { get; set; }

    /// <summary>Values to pick from.</summary>
    [Parameter] public IReadOnlyList<PickOption>? Options { get; set; }

    /// <summary>Nothing but the options may be chosen.</summary>
    [Parameter] public bool Strict { get; set; }

    /// <summary>Under the input, above the findings: cover, derived names.</summary>
    [Parameter] public RenderFragment? Below { get; set; }

    /// <summary>How a changed text is saved where the design does not hold it as one text: from, to.</summary>
    [Parameter] public Func<string?, string?, Task>? OnSave { get; set; }

    private FieldState Shown => rest is not null ? new FieldState(SaveState.Saving) : Zone.State(Path);

    private EventCallback<ChosenFix> Fix => Zone.Fix is { } fix && Zone.MayEdit ? EventCallback.Factory.Create(this, fix) : default;

    protected override void OnParametersSet()
    {
        // What somebody is typing is not taken out of their hands by what was saved elsewhere.
        if (rest is null && Zone.State(Path).Conflict is null)
            (typed, seen) = (Value, Value);
    }

    // A form of a large zone has hundreds of fields and is drawn anew with every edit and every judgement: what looks as before is left as it is, here and in the browser.
    protected override bool ShouldRender()
    {
        var now = new Face(Label, Help, Path, Placeholder, typed, Shown, Zone.MayEdit, Mono, Strict, FixedOncePushed, Options?.Count ?? 0);
        var findings = Zone.At(Path);
        if (Below is null && !hadBelow && now == face && findings.SequenceEqual(faceFindings) && (ReferenceEquals(Options, faceOptions) || Options is not null && faceOptions is not null && Options.SequenceEqual(faceOptions)))
            return false;
        (face, faceFindings, faceOptions, hadBelow) = (now, findings, Options, Below is not null);
        return true;
    }

    public void Dispose() => rest?.Dispose();

    // Bound, not written back: while a key is on its way to the server the hands have typed on, and the field is not set back to what was there before.
    private void Typed(string? text)
    {
        typed = text;
        rest?.Dispose();
        rest = Clock.CreateTimer(_ => InvokeAsync(Send), null, Rest, Timeout.InfiniteTimeSpan);
    }

    private Task Left(ChangeEventArgs args)
    {
        typed = args.Value as string;
        return Send();
    }

    private async Task Send()
    {
        rest?.Dispose();
        rest = null;
        var text = typed?.Trim();
        if ((text ?? "") == (seen ?? ""))
            return;
        var from = seen;
        seen = text;
        await (OnSave?.Invoke(from, text) ?? Zone.Text(Path, from, text));
    }

    private void KeepTheirs()
    {
        Zone.KeepTheirs?.Invoke(Path);
        (typed, seen) = (Value, Value);
    }

    private Task TakeMine(FieldConflict conflict) => Zone.Save([conflict.Edit with { From = conflict.Now }]);

    private sealed record Face(string Label, string? Help, string Path, string? Placeholder, string? Typed, FieldState State, bool MayEdit, bool Mono, bool Strict, bool FixedOncePushed, int Options);

    private static string Words(JsonNode? node) => node is null ? "nothing" : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();
}

/// <summary>A value to pick, with what is known of it.</summary>
/// <param name="Value">Goes into the field.</param>
/// <param name="Text">Shown beside it.</param>
public sealed record PickOption(string Value, string Text);
