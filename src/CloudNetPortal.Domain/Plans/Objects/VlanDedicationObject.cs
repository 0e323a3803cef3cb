using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>Guest VLANs kept for one account.</summary>
public sealed class VlanDedicationObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "dedicateGuestVlanRange";
    /// <inheritdoc/>
    public override string List => "listDedicatedGuestVlanRanges";
    /// <inheritdoc/>
    public override string Noun => "VLAN dedication";
    /// <inheritdoc/>
    public override string KeyPart => "dedication";
    /// <inheritdoc/>
    public override string Delete => "releaseDedicatedGuestVlanRange";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override int TakeDownOrder => 4;
    /// <inheritdoc/>
    public override Reversibility DeleteReversibility => Reversibility.Yes;
    /// <inheritdoc/>
    public override string DeleteDisturbs => "The account keeps networks that use the VLANs.";
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [new("account", FieldChange.Recreate)];
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Remake { get; } = [new("guestvlanrange", Argument: "vlanrange"), new("physicalnetworkid"), new("domainid")];
    /// <inheritdoc/>
    public override string NameOf(JsonElement row) => $"{FieldPath.Text(row, "guestvlanrange")} for {FieldPath.Text(row, "account") ?? FieldPath.Text(row, "project")}";
}
