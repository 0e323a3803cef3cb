using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A hypervisor host.</summary>
public sealed class HostObject : CloudObject
{
    private const string Fixed = "A host keeps it while it is in CloudStack: remove the host from the design, push, and add it again as a new one.";

    /// <inheritdoc/>
    public override string Create => "addHost";
    /// <inheritdoc/>
    public override string List => "listHosts";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [PlanArgument.Of("type", "Routing")];
    /// <inheritdoc/>
    public override string Noun => "host";
    /// <inheritdoc/>
    public override string KeyPart => "host";
    /// <inheritdoc/>
    public override string Update => "updateHost";
    /// <inheritdoc/>
    public override string Delete => "deleteHost";
    /// <inheritdoc/>
    public override int TakeDownOrder => 20;
    /// <inheritdoc/>
    public override string DeleteDisturbs => "Its instances move to other hosts of the cluster first.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("hosttags", MayBeCleared: true, Note: "Service offerings with a host tag place new instances by it."),
        new("clusterid", FieldChange.Fixed, Note: Fixed), new("hypervisor", FieldChange.Fixed, Note: Fixed), new("ipaddress", FieldChange.Fixed, Note: Fixed),
    ];

    /// <inheritdoc/>
    // System VMs with an agent are listed as hosts.
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) => FieldPath.Text(row, "type") is { } type && type != "Routing";
}
