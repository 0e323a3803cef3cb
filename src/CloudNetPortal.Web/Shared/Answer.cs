using System.Diagnostics.CodeAnalysis;

namespace CloudNetPortal.Web.Shared;

/// <summary>The result of a use case, or why there is none: <c>if (answer.Failed(out var outcome)) …; else use answer.Value</c>.</summary>
public sealed record Answer<T>
{
    private readonly T? value;

    private Answer(T? value, Outcome? outcome) => (this.value, Outcome) = (value, outcome);

    /// <summary>Why not; null when there is a value.</summary>
    public Outcome? Outcome { get; }

    public T Value => Outcome is null ? value! : throw new InvalidOperationException(Outcome.Sentence);

    public bool Failed([NotNullWhen(true)] out Outcome? outcome) => (outcome = Outcome) is not null;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Outcome outcome) => new(default, outcome);
}
