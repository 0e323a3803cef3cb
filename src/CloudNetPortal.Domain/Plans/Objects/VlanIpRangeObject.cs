using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A public range, or a guest range of a basic zone.</summary>
public sealed class VlanIpRangeObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "createVlanIpRange";
    /// <inheritdoc/>
    public override string List => "listVlanIpRanges";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [];
    /// <inheritdoc/>
    public override string Noun => "address range";
    /// <inheritdoc/>
    public override string KeyPart => "range";
    /// <inheritdoc/>
    public override string Update => "updateVlanIpRange";
    /// <inheritdoc/>
    public override string Delete => "deleteVlanIpRange";
    /// <inheritdoc/>
    public override int TakeDownOrder => 8;
    /// <inheritdoc/>
    public override IReadOnlyList<string> DeleteNotYet => ["Ips are in use. Cannot delete this vlan"];
    /// <inheritdoc/>
    public override string DeleteDisturbs => "Refused while an address of it is used, also by stopped system VMs.";
    /// <inheritdoc/>
    public override string ChangeDisturbs => "Refused when an address in use would leave the range; gateway and netmask only while none is used.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("startip"), new("endip"), new("gateway"), new("netmask"), new("forsystemvms"), new("vlan", FieldChange.Recreate),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Remake { get; } = [new("zoneid"), new("forvirtualnetwork"), new("podid"), new("networkid"), new("account"), new("domainid")];

    /// <inheritdoc/>
    public override string NameOf(JsonElement row) => RangeOf(row);

    /// <inheritdoc/>
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) =>
        // The range of a shared guest network is made and removed with it.
        FieldPath.Text(row, "forvirtualnetwork") == "false" && FieldPath.Text(row, "podid") is null;
}
