namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A physical network. Its guest VLANs and its state are changed by steps of their own.</summary>
public sealed class PhysicalNetworkObject : CloudObject
{
    private const string Fixed = "It is fixed when a physical network is made (CS-223): add a network with a new id to the design and remove this one, or take the former value.";

    /// <inheritdoc/>
    public override string Create => "createPhysicalNetwork";
    /// <inheritdoc/>
    public override string List => "listPhysicalNetworks";
    /// <inheritdoc/>
    public override string Noun => "physical network";
    /// <inheritdoc/>
    public override string KeyPart => "network";
    /// <inheritdoc/>
    public override string Update => "updatePhysicalNetwork";
    /// <inheritdoc/>
    public override bool UpdateIsAsync => true;
    /// <inheritdoc/>
    public override string Delete => "deletePhysicalNetwork";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override int TakeDownOrder => 90;
    /// <inheritdoc/>
    public override IReadOnlyList<string> DeleteNotYet => ["there are public IP addresses allocated for this physical network"];
    /// <inheritdoc/>
    public override string DeleteDisturbs => "Its traffic types and providers go with it.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("name", FieldChange.Fixed, Note: Fixed), new("isolationmethods", FieldChange.Fixed, Note: Fixed), new("broadcastdomainrange", FieldChange.Fixed, Note: Fixed),
        new("tags", MayBeCleared: true, Note: "Network offerings find the network by its tag; networks that are there stay where they are."),
    ];
}
