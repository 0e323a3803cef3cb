using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A traffic type on a physical network, with its labels.</summary>
public sealed class TrafficTypeObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "addTrafficType";
    /// <inheritdoc/>
    public override string List => "listTrafficTypes";
    /// <inheritdoc/>
    public override string Noun => "traffic type";
    /// <inheritdoc/>
    public override string KeyPart => "traffic";
    /// <inheritdoc/>
    public override string Update => "updateTrafficType";
    /// <inheritdoc/>
    public override bool UpdateIsAsync => true;
    /// <inheritdoc/>
    public override string Delete => "deleteTrafficType";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override int TakeDownOrder => 5;
    /// <inheritdoc/>
    public override string ChangeDisturbs =>
        "Running instances keep the NICs they have; the label acts from their next start. KVM hosts keep what they were added with, and a host without the label is refused when it connects again.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("traffictype", FieldChange.Fixed, Note: "A traffic type cannot become another one: remove it and add the other."),
        new("kvmnetworklabel", MayBeCleared: true), new("xennetworklabel", MayBeCleared: true), new("vmwarenetworklabel", MayBeCleared: true),
        new("hypervnetworklabel", MayBeCleared: true), new("ovm3networklabel", MayBeCleared: true),
    ];

    /// <inheritdoc/>
    public override string NameOf(JsonElement row) => $"{FieldPath.Text(row, "traffictype")}";

    /// <inheritdoc/>
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot)
    {
        // Enabling a zone without Storage traffic adds it beside Management, with the labels of Management.
        if (FieldPath.Text(row, "traffictype") != "Storage")
            return false;
        var network = FieldPath.Text(row, "physicalnetworkid");
        return snapshot.Rows(List).Any(other => FieldPath.Text(other, "traffictype") == "Management" && FieldPath.Text(other, "physicalnetworkid") == network
            && Fields.Where(f => f.MayBeCleared).All(f => FieldPath.Text(other, f.Name) == FieldPath.Text(row, f.Name)));
    }
}
