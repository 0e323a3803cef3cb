using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A shared guest network of the zone.</summary>
public sealed class GuestNetworkObject : CloudObject
{
    private const string Fixed = "CloudStack does not change it in a network: add a network with a new id to the design and remove this one.";

    /// <inheritdoc/>
    public override string Create => "createNetwork";
    /// <inheritdoc/>
    public override string List => "listNetworks";
    /// <inheritdoc/>
    public override string Noun => "guest network";
    /// <inheritdoc/>
    public override string KeyPart => "guest-network";
    /// <inheritdoc/>
    public override string Update => "updateNetwork";
    /// <inheritdoc/>
    public override bool UpdateIsAsync => true;
    /// <inheritdoc/>
    public override string Delete => "deleteNetwork";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override int TakeDownOrder => 60;

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("name"), new("displaytext"), new("networkofferingname", FieldChange.Fixed, Note: Fixed), new("gateway", FieldChange.Fixed, Note: Fixed), new("netmask", FieldChange.Fixed, Note: Fixed),
        new("vlan", FieldChange.Fixed, Note: Fixed),
    ];

    /// <inheritdoc/>
    // Networks of tenants come and go and are nobody's business here; a zone's own are shared and of the domain.
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) =>
        FieldPath.Text(row, "issystem") == "true" || FieldPath.Text(row, "type") is not "Shared" || FieldPath.Text(row, "acltype") is not "Domain";
}
