using System.Text.Json;
using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Plans;

/// <summary>
/// What will be done, as data: every API call with its arguments, how an existing object is recognised, what is read back. Approvers read it, its hash is
/// approved, and the push reads nothing else.
/// </summary>
/// <param name="ZoneName">The zone.</param>
/// <param name="RevisionHash">SHA-256 of the revision it was made of.</param>
/// <param name="SnapshotHash">SHA-256 of what was read from the cloud; null for a zone that is not there yet.</param>
/// <param name="Steps">Steps in the order in which they run.</param>
public sealed record Plan(string ZoneName, string RevisionHash, string? SnapshotHash, IReadOnlyList<PlanStep> Steps)
{
    /// <summary>Version of the plan's shape, inside the hash.</summary>
    public int Version { get; init; } = 2;

    /// <summary>What the plan is for.</summary>
    public PlanPurpose Purpose { get; init; } = PlanPurpose.Build;

    /// <summary>What CloudStack cannot be brought to by any call, with the cure. A plan with problems is not carried out.</summary>
    public IReadOnlyList<PlanProblem> Problems { get; init; } = [];

    /// <summary>What only a person can decide, answered or open. A plan with open questions is not carried out; answers are part of its hash.</summary>
    public IReadOnlyList<PlanQuestion> Questions { get; init; } = [];

    /// <summary>What is in the zone, is not in the design and stays, or what the plan leaves to people.</summary>
    public IReadOnlyList<PlanLeftAlone> LeftAlone { get; init; } = [];

    /// <summary>How it is to be carried out.</summary>
    public PlanOptions Options { get; init; } = new();

    /// <summary>Why it must not be carried out: one sentence for people; null when nothing stands in the way.</summary>
    [JsonIgnore]
    public string? WhyNot =>
        Problems.Count > 0 ? $"{Problems[0].Title}: {Problems[0].Text} {Problems[0].Cure}{(Problems.Count > 1 ? $" ({Problems.Count - 1} more)" : "")}"
        : Questions.FirstOrDefault(q => !q.IsAnswered) is { } open ? $"{open.Title}: {open.Text}"
        : null;

    /// <summary>True when at least one step makes, changes or removes something.</summary>
    [JsonIgnore]
    public bool Changes => Steps.Any(s => s is { OnlyFinds: false, Action: PlanAction.Create or PlanAction.Change or PlanAction.Remove });

    /// <summary>The canonical bytes that are hashed and stored (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalJson.Bytes(JsonSerializer.SerializeToNode(this, PlanJson.Options));

    /// <summary>SHA-256 of <see cref="ToBytes"/>.</summary>
    public string Hash() => CanonicalJson.Hash(ToBytes());

    /// <summary>Reads a stored plan.</summary>
    public static Plan Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Plan>(bytes, PlanJson.Options) ?? throw new JsonException("No plan.");
}

/// <summary>What a plan is for.</summary>
public enum PlanPurpose
{
    /// <summary>To bring a zone to its design.</summary>
    Build,
    /// <summary>To take back what a push did.</summary>
    RollBack,
    /// <summary>To remove a zone.</summary>
    Remove,
}

/// <summary>Something that no call of CloudStack 4.23 can do.</summary>
/// <param name="Key">Key of the step it concerns.</param>
/// <param name="Title">The object, as steps title it.</param>
/// <param name="Text">What is wrong, one sentence.</param>
/// <param name="Cure">What to do, one sentence.</param>
/// <param name="DesignPath">Where in the design; null when it is not there.</param>
public sealed record PlanProblem(string Key, string Title, string Text, string Cure, string? DesignPath = null);

/// <summary>A choice among objects of the cloud.</summary>
/// <param name="Key">Key of the step whose object is asked for.</param>
/// <param name="Title">The object, as steps title it.</param>
/// <param name="Text">The question, with why it is asked.</param>
/// <param name="Candidates">The objects it may be.</param>
public sealed record PlanQuestion(string Key, string Title, string Text, IReadOnlyList<PlanCandidate> Candidates)
{
    /// <summary>True when it has been decided.</summary>
    public bool IsAnswered { get; init; }
    /// <summary>Id of the chosen object; null, when answered, for none of them.</summary>
    public string? Answer { get; init; }
    /// <summary>True when “none of them: make a new one” is a possible answer.</summary>
    public bool MayBeNone { get; init; } = true;
}

/// <summary>An object that may be the one meant.</summary>
/// <param name="Id">Its id on the cloud.</param>
/// <param name="Text">What tells it from the others.</param>
public sealed record PlanCandidate(string Id, string Text);

/// <summary>Something that is there and stays.</summary>
/// <param name="Kind">For people: “public range”.</param>
/// <param name="Name">Its name, or what stands for it.</param>
/// <param name="Id">Its id on the cloud; null when it has none.</param>
/// <param name="Why">Why the plan does not touch it.</param>
public sealed record PlanLeftAlone(string Kind, string Name, string? Id, string Why);
