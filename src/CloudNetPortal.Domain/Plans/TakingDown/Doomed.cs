using System.Text.Json;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.TakingDown;

/// <summary>An object that is to be removed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Key of the step that removes it.</param>
/// <param name="Title">For people.</param>
/// <param name="Id">Its id; null in a preview of a roll back, where it does not exist yet.</param>
/// <param name="MadeBy">Key of the step that makes it, for a preview.</param>
/// <param name="Parents">Ids (or, in a preview, step keys) of the objects it is in.</param>
/// <param name="Former">What disappears with it.</param>
internal sealed record Doomed(CloudObject Kind, string Key, string Title, string? Id, string? MadeBy, IReadOnlyList<string> Parents, IReadOnlyList<PlanFormerValue> Former)
{
    /// <summary>Fields in which rows name what they are in.</summary>
    public static IReadOnlyList<string> ParentFields { get; } = ["clusterid", "podid", "networkid", "physicalnetworkid", "zoneid"];

    /// <summary>State it is in already, such as Maintenance.</summary>
    public string? State { get; init; }

    /// <summary>What stands for it among parents.</summary>
    public string Self => Id ?? MadeBy!;

    /// <summary>An object of a snapshot.</summary>
    public static Doomed Of(CloudObject kind, JsonElement row, string id, string? madeBy) =>
        new(kind, $"remove/{madeBy ?? $"{kind.KeyPart}/{id}"}", $"{char.ToUpperInvariant(kind.Noun[0])}{kind.Noun[1..]} {kind.NameOf(row)}", id, madeBy,
            [.. ParentFields.Select(f => FieldPath.Text(row, f)).OfType<string>().Where(p => p != id)], FormerOf(kind, row))
        {
            State = FieldPath.Text(row, "resourcestate") ?? FieldPath.Text(row, "state"),
        };

    /// <summary>The fields of an object that a design decides, as they are.</summary>
    public static IReadOnlyList<PlanFormerValue> FormerOf(CloudObject kind, JsonElement row) =>
        [.. kind.Fields.Concat(kind.Remake).Where(f => f.How != FieldChange.Ignored).Select(f => (f.Name, Value: FieldPath.Text(row, f.Name))).Where(f => f.Value is not null).Select(f => new PlanFormerValue(f.Name, f.Value))];

    /// <summary>The argument that names what it is in.</summary>
    public PlanArgument Parent(string name, string parent) => Id is not null ? PlanArgument.Of(name, parent) : PlanArgument.IdOf(name, parent);

    /// <summary>The argument that names it.</summary>
    public PlanArgument Argument(string name) => Id is not null ? PlanArgument.Of(name, Id) : PlanArgument.IdOf(name, MadeBy!);
}
