using System.Text.Json;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A storage range. CloudStack 4.23 compares an edited range with itself and refuses, so it is removed and made again.</summary>
public sealed class StorageRangeObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "createStorageNetworkIpRange";
    /// <inheritdoc/>
    public override string List => "listStorageNetworkIpRange";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [];
    /// <inheritdoc/>
    public override string Noun => "storage range";
    /// <inheritdoc/>
    public override string KeyPart => "storage-range";
    /// <inheritdoc/>
    public override string Delete => "deleteStorageNetworkIpRange";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override int TakeDownOrder => 10;
    /// <inheritdoc/>
    public override IReadOnlyList<string> DeleteNotYet => ["is still in use"];
    /// <inheritdoc/>
    public override string DeleteDisturbs => "Refused while a secondary storage VM has an address of it: destroy that VM first, it is rebuilt.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("gateway", FieldChange.Recreate), new("netmask", FieldChange.Recreate), new("startip", FieldChange.Recreate), new("endip", FieldChange.Recreate), new("vlan", FieldChange.Recreate),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Remake { get; } = [new("podid")];

    /// <inheritdoc/>
    public override string NameOf(JsonElement row) => RangeOf(row);
}
