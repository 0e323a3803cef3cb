using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>An asynchronous job: 0 in progress, 1 done, 2 failed.</summary>
internal sealed class Job : CloudObject
{
    public string Command { get; set; } = "";
    public string Class { get; set; } = "";
    public int Status { get; set; }
    public int ResultCode { get; set; }

    /// <summary>Absent while running, and after a restart that lost the job.</summary>
    public JsonObject? Result { get; set; }
    public string? InstanceType { get; set; }
    public string? InstanceId { get; set; }
    public DateTimeOffset? Completed { get; set; }
}
