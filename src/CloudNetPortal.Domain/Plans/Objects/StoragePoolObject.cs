using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>Primary storage.</summary>
public sealed class StoragePoolObject : CloudObject
{
    private const string Fixed = "A pool keeps it for life: add a pool with a new id to the design, move the volumes, and remove this one.";

    /// <inheritdoc/>
    public override string Create => "createStoragePool";
    /// <inheritdoc/>
    public override string List => "listStoragePools";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [];
    /// <inheritdoc/>
    public override string Noun => "primary storage";
    /// <inheritdoc/>
    public override string KeyPart => "pool";
    /// <inheritdoc/>
    public override string Update => "updateStoragePool";
    /// <inheritdoc/>
    public override string Delete => "deleteStoragePool";
    /// <inheritdoc/>
    public override int TakeDownOrder => 30;
    /// <inheritdoc/>
    public override Reversibility DeleteReversibility => Reversibility.OneWay;
    /// <inheritdoc/>
    public override IReadOnlyList<string> DeleteNotYet => ["as there are non-destroyed volumes associated to this pool"];
    /// <inheritdoc/>
    public override string DeleteDisturbs => "Instances with volumes on it are stopped when it goes into maintenance.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("name"), new("tags", MayBeCleared: true, Note: "Disk and service offerings with a storage tag place new volumes by it."), new("state", FieldChange.Ignored),
        new("scope", FieldChange.Fixed, Note: Fixed), new("ipaddress", FieldChange.Fixed, Note: Fixed), new("path", FieldChange.Fixed, Note: Fixed), new("clusterid", FieldChange.Fixed, Note: Fixed),
    ];

    /// <inheritdoc/>
    // The disks of a host come and go with it.
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) => FieldPath.Text(row, "scope") == "HOST";
}
