using System.Text.Json;
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
    public int Version { get; init; } = 1;

    /// <summary>The canonical bytes that are hashed and stored (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalJson.Bytes(JsonSerializer.SerializeToNode(this, PlanJson.Options));

    /// <summary>SHA-256 of <see cref="ToBytes"/>.</summary>
    public string Hash() => CanonicalJson.Hash(ToBytes());

    /// <summary>Reads a stored plan.</summary>
    public static Plan Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Plan>(bytes, PlanJson.Options) ?? throw new JsonException("No plan.");
}
