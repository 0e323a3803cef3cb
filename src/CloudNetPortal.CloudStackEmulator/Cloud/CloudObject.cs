namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>One row of the cloud. Removed rows stay: the real server still finds them by id and then says what its command says about them.</summary>
internal abstract class CloudObject
{
    /// <summary>The id that callers see, a UUID.</summary>
    public string Id { get; set; } = Guid.NewGuid().ToString();

    /// <summary>The internal number. It shows in some texts and in <c>listDedicatedGuestVlanRanges</c>.</summary>
    public long Number { get; set; }

    public bool Removed { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>Fields that the cloud it was copied from shows otherwise; null for an object made here.</summary>
    public Dictionary<string, ShownField>? Shown { get; set; }
}
