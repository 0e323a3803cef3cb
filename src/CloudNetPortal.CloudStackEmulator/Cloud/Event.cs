namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>One line of the cloud's own log of changes.</summary>
internal sealed class Event : CloudObject
{
    public string Type { get; set; } = "";
    public string Description { get; set; } = "";
    public string UserName { get; set; } = "admin";

    /// <summary>The event that scheduled the job; events of one job have the same.</summary>
    public string? ParentId { get; set; }
    public string? ResourceName { get; set; }
    public string? ResourceId { get; set; }
    public string? ResourceType { get; set; }
    /// <summary>Created (the row of an asynccreate command), Started or Completed (a job; a synchronous command only completes).</summary>
    public string State { get; set; } = "Completed";
    public string Level { get; set; } = "INFO";
}
