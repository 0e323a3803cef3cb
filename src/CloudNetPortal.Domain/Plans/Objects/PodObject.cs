namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A pod. Its ranges are compared one by one, because updatePod takes startip and endip, answers 200 and changes nothing.</summary>
public sealed class PodObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "createPod";
    /// <inheritdoc/>
    public override string List => "listPods";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [];
    /// <inheritdoc/>
    public override string Noun => "pod";
    /// <inheritdoc/>
    public override string KeyPart => "pod";
    /// <inheritdoc/>
    public override string Update => "updatePod";
    /// <inheritdoc/>
    public override string Delete => "deletePod";
    /// <inheritdoc/>
    public override int TakeDownOrder => 70;
    /// <inheritdoc/>
    public override IReadOnlyList<string> DeleteNotYet => ["there are private IP addresses allocated in this pod", "there are storage volumes in this pod"];
    /// <inheritdoc/>
    public override string ChangeDisturbs => "System VMs of the pod keep the gateway and netmask they were started with until they are rebuilt.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("name"), new("gateway"),
        new("netmask", Note: "Once management addresses are used it can only become wider; it cannot become narrower again.") { Reversibility = Reversibility.OneWay },
        new("startip", FieldChange.Ignored), new("endip", FieldChange.Ignored),
    ];
}
