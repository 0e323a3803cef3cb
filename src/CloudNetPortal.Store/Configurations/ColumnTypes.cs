using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Addressing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace CloudNetPortal.Store.Configurations;

/// <summary>How values of the domain lie in columns.</summary>
internal static class ColumnTypes
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A set of VLANs as int4multirange, so that the database can ask it questions.</summary>
    public static PropertyBuilder<VlanSet?> HasVlanSet(this PropertyBuilder<VlanSet?> property) => property
        .HasConversion(
            set => set == null ? null : set.Ranges.Select(run => new NpgsqlRange<int>(run.First, run.Last)).ToArray(),
            runs => runs == null ? null : VlanSet.Of(runs.Select(Run)))
        .HasColumnType("int4multirange");

    /// <summary>Plain data as jsonb; compared by its text.</summary>
    public static PropertyBuilder<T> HasJsonb<T>(this PropertyBuilder<T> property) => property
        .HasConversion(
            value => JsonSerializer.Serialize(value, Json),
            text => JsonSerializer.Deserialize<T>(text, Json)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json), Json)!))
        .HasColumnType("jsonb");

    /// <summary>Ids as uuid[].</summary>
    public static PropertyBuilder<IReadOnlyList<Guid>> HasUuidArray(this PropertyBuilder<IReadOnlyList<Guid>> property) => property
        .HasConversion(
            ids => ids.ToArray(),
            ids => ids,
            new ValueComparer<IReadOnlyList<Guid>>((a, b) => a!.SequenceEqual(b!), ids => ids.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)), ids => ids.ToArray()))
        .HasColumnType("uuid[]");

    // PostgreSQL gives runs back with their upper end excluded.
    private static VlanRange Run(NpgsqlRange<int> run) =>
        new(run.LowerBoundIsInclusive ? run.LowerBound : run.LowerBound + 1, run.UpperBoundIsInclusive ? run.UpperBound : run.UpperBound - 1);
}
