namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A cluster.</summary>
public sealed class ClusterObject : CloudObject
{
    private const string Fixed = "A cluster keeps it for life: add a cluster with a new id to the design and move the hosts.";

    /// <inheritdoc/>
    public override string Create => "addCluster";
    /// <inheritdoc/>
    public override string List => "listClusters";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [];
    /// <inheritdoc/>
    public override string Noun => "cluster";
    /// <inheritdoc/>
    public override string KeyPart => "cluster";
    /// <inheritdoc/>
    public override string Update => "updateCluster";
    /// <inheritdoc/>
    public override string Delete => "deleteCluster";
    /// <inheritdoc/>
    public override int TakeDownOrder => 40;

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("name", Argument: "clustername", Note: "Refused for VMware clusters, whose name is vCenter's."), new("arch", Note: "Refused unless it is that of the hosts."),
        // CloudStack takes another hypervisor or type at any time without looking at the hosts; nobody should send that.
        new("hypervisortype", FieldChange.Fixed, Note: Fixed), new("clustertype", FieldChange.Fixed, Note: Fixed),
    ];
}
