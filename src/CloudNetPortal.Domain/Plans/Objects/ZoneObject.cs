namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>The zone itself.</summary>
public sealed class ZoneObject : CloudObject
{
    private const string Fixed = "It is fixed when a zone is made (CS-121): design a new zone.";

    /// <inheritdoc/>
    public override string Create => "createZone";
    /// <inheritdoc/>
    public override string List => "listZones";
    /// <inheritdoc/>
    public override string Noun => "zone";
    /// <inheritdoc/>
    public override string KeyPart => "zone";
    /// <inheritdoc/>
    public override string Update => "updateZone";
    /// <inheritdoc/>
    public override string Delete => "deleteZone";
    /// <inheritdoc/>
    public override int TakeDownOrder => 100;
    /// <inheritdoc/>
    public override Reversibility DeleteReversibility => Reversibility.OneWay;
    /// <inheritdoc/>
    public override IReadOnlyList<string> DeleteNotYet =>
        ["there are storage volumes in this zone", "there are private IP addresses allocated in this zone", "there are public IP addresses allocated in this zone", "there are virtual machines running in this zone"];
    /// <inheritdoc/>
    public override string ChangeDisturbs => "Instances and system VMs that run keep what they were started with.";

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } =
    [
        new("name"), new("dns1"), new("dns2", MayBeCleared: true), new("internaldns1"), new("internaldns2", MayBeCleared: true), new("ip6dns1", MayBeCleared: true), new("ip6dns2", MayBeCleared: true),
        new("guestcidraddress", Note: "Guest networks that are there keep theirs."), new("domain", MayBeCleared: true), new("localstorageenabled"),
        new("networktype", FieldChange.Fixed, Note: Fixed), new("securitygroupsenabled", FieldChange.Fixed, Note: Fixed),
    ];
}
