using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A command of the API. Its name is the name of its class; one file each; found by base class.</summary>
internal abstract class ApiCommand
{
    public string Name => char.ToLowerInvariant(GetType().Name[0]) + GetType().Name[1..];
}

/// <summary>A command that answers at once.</summary>
internal abstract class SyncCommand : ApiCommand
{
    /// <summary>Does the call and gives what stands inside the envelope.</summary>
    public abstract JsonObject Run(Call call);

    protected static JsonObject Done() => new() { ["success"] = true };
}

/// <summary>A command that answers with a job and is done by the job.</summary>
internal abstract class AsyncCommand : ApiCommand
{
    /// <summary>What the job is about, as <c>jobinstancetype</c>.</summary>
    public virtual string? InstanceType => null;

    /// <summary>The row that the job is about, for <c>jobinstanceid</c>.</summary>
    public virtual CloudObject? Instance(Call call) => null;

    /// <summary>Does the work and gives the job's result.</summary>
    public abstract JsonObject Run(Call call);

    protected static JsonObject Done() => new() { ["success"] = true };
}

/// <summary>A command that makes its row at once, refusing at once, and leaves only the reading back to the job.</summary>
internal abstract class AsyncCreateCommand : AsyncCommand
{
    public abstract CloudObject Create(Call call);

    public override CloudObject? Instance(Call call) => call.Made;
}
