using System.Text.Json;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Looks at one job until it ends, surviving a server that is away for a while.</summary>
internal sealed class JobFollower(CloudStackClient client, JobPatience patience)
{
    public async Task<CallAnswer> FollowAsync(string jobId, CancellationToken cancel)
    {
        var start = client.Time.GetTimestamp();
        long? awaySince = null;
        for (var pause = patience.First; ; pause = Longer(pause))
        {
            await Task.Delay(pause, client.Time, cancel);
            var look = await LookAsync(client, jobId, cancel);
            if (look.Failure is { InJob: false } failure)
            {
                var lost = failure with { JobId = jobId };
                // A failing look says nothing about the job, only about the server; a job nobody knows and a 401 are the caller's to judge.
                if (failure.Kind is not (FailureKind.Unavailable or FailureKind.Unclear)) return CallAnswer.Failed(lost);
                awaySince ??= client.Time.GetTimestamp();
                if (client.Time.GetElapsedTime(awaySince.Value) > patience.Outage) return CallAnswer.Failed(lost);
                if (failure.RetryAfter is { } wait && wait > pause) pause = wait < patience.Outage ? wait : patience.Outage;
            }
            else
            {
                awaySince = null;
                if (!look.IsPending) return look;
            }
            if (client.Time.GetElapsedTime(start) > patience.Total)
                return CallAnswer.Failed(new CallFailure(FailureKind.Unclear, $"The job has not ended within {patience.Total.TotalMinutes:0.#} minutes.") { InJob = true, JobId = jobId, StillRuns = true });
        }
    }

    /// <summary>One look: pending while it runs, its result or refusal when it has ended, or why nothing is known of it.</summary>
    public static async Task<CallAnswer> LookAsync(CloudStackClient client, string jobId, CancellationToken cancel)
    {
        var look = await client.CallAsync(ApiCall.Of("queryAsyncJobResult", ("jobid", jobId)), cancel);
        return look.Failure is not null ? look : Ended(look.Body, jobId) ?? CallAnswer.OfRunningJob(jobId);
    }

    private TimeSpan Longer(TimeSpan pause) => pause * patience.Growth < patience.Longest ? pause * patience.Growth : patience.Longest;

    private static CallAnswer? Ended(JsonElement job, string jobId)
    {
        var status = job.ValueKind == JsonValueKind.Object && job.TryGetProperty("jobstatus", out var s) ? AnswerReader.Number(s) : null;
        var hasResult = job.TryGetProperty("jobresult", out var result);
        return status switch
        {
            0 => null,
            1 => CallAnswer.OfJob(result, jobId),
            // A restarted management server ends its jobs without any result; their work may have been done in part.
            2 when !hasResult => Failed("The job ended without a result, as after a restart of the management server. Its effect is unknown.", FailureKind.Unclear),
            2 => CallAnswer.Failed(AnswerReader.Refusal(result, CodeOf(job, result), inJob: true) with { JobId = jobId }),
            3 => Failed("The job was cancelled on the server. Its effect is unknown.", FailureKind.Unclear),
            _ => Failed($"The job has a status that is not known ({status?.ToString() ?? "none"}).", FailureKind.Malformed),
        };

        CallAnswer Failed(string text, FailureKind kind) =>
            CallAnswer.Failed(new CallFailure(kind, text) { InJob = true, JobId = jobId, Code = CodeOf(job, result) is var code and > 0 ? code : null });
    }

    private static int CodeOf(JsonElement job, JsonElement result) =>
        result.ValueKind == JsonValueKind.Object && result.TryGetProperty("errorcode", out var own) && AnswerReader.Number(own) is { } code ? code
        : job.TryGetProperty("jobresultcode", out var outer) && AnswerReader.Number(outer) is { } of ? of : 530;
}
