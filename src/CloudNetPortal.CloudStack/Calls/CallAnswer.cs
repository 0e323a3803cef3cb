using System.Text.Json;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>What came back for a call: either a <see cref="Failure"/>, or a body and, for an asynchronous command, the job that goes on.</summary>
public sealed class CallAnswer
{
    private CallAnswer() { }

    /// <summary>Set when the call brought no success; then nothing else is.</summary>
    public CallFailure? Failure { get; private init; }

    /// <summary>The content of the single top-level property, whatever its name; for a finished job its result.</summary>
    public JsonElement Body { get; private init; }

    /// <summary>The job to follow, or the job this answer came from.</summary>
    public string? JobId { get; private init; }

    /// <summary>True while <see cref="JobId"/> is still to be followed.</summary>
    public bool IsPending { get; private init; }

    /// <summary>The round trip to the answer, without the following of a job.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The <c>Date</c> header of the answer: the server's clock, to the second.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>The objects in the answer: the rows of a list, or the one object of a create. Its key is not looked at, since it follows no rule.</summary>
    public IReadOnlyList<JsonElement> Objects => Failure is null ? ObjectsOf(Body) : [];

    /// <summary>The <c>id</c> of the created or found object: of the single object, else beside the <c>jobid</c>.</summary>
    public string? Id
    {
        get
        {
            if (Failure is not null) return null;
            if (Objects is [var only] && only.ValueKind == JsonValueKind.Object && only.TryGetProperty("id", out var id)) return TextOf(id);
            return Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("id", out var own) ? TextOf(own) : null;
        }
    }

    /// <summary>How many there are in all, as a list says; absent for an empty list.</summary>
    public int? Count => Failure is null && Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("count", out var c) && c.TryGetInt32(out var n) ? n : null;

    internal static CallAnswer Failed(CallFailure failure, DateTimeOffset? serverTime = null) => new() { Failure = failure, JobId = failure.JobId, ServerTime = serverTime };

    internal static CallAnswer Of(JsonElement body, DateTimeOffset? serverTime)
    {
        var job = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("jobid", out var id) ? TextOf(id) : null;
        return new() { Body = body, JobId = job, IsPending = job is not null, ServerTime = serverTime };
    }

    internal static CallAnswer OfJob(JsonElement result, string jobId) => new() { Body = result, JobId = jobId };

    internal static CallAnswer OfRunningJob(string jobId) => new() { JobId = jobId, IsPending = true };

    internal CallAnswer WithTook(TimeSpan took) => new() { Failure = Failure, Body = Body, JobId = JobId, IsPending = IsPending, ServerTime = ServerTime, Took = took };

    private static IReadOnlyList<JsonElement> ObjectsOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return [];
        JsonElement? array = null, single = null;
        foreach (var property in body.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array) array ??= property.Value;
            if (property.Value.ValueKind == JsonValueKind.Object) single ??= property.Value;
        }
        // An object that stands beside plain fields is still the object; an array beside them is only the list when there is a count or nothing else.
        if (array is { } rows && (body.TryGetProperty("count", out _) || body.EnumerateObject().Count() == 1)) return [.. rows.EnumerateArray()];
        return single is { } one ? [one] : [];
    }

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
