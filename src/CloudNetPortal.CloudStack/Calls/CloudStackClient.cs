using System.Globalization;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>
/// Sends signed calls to one CloudStack and says what came back. Every call is a POST with lower-case names, signature version 3 and an expiry, which
/// every setting of CloudStack 4.23 accepts. Nothing is repeated here: only the caller knows whether a second effect would hurt.
/// </summary>
/// <param name="http">Without cookies and redirects; <see cref="CloudStackHttp.Create"/> makes one.</param>
/// <param name="endpoint">Where and as whom.</param>
/// <param name="time">The clock for expiry and time-outs.</param>
/// <param name="trace">Told of every exchange, secrets replaced.</param>
public sealed class CloudStackClient(HttpClient http, CloudStackEndpoint endpoint, TimeProvider time, Action<CallTrace>? trace = null)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // The server's clock as its last answer told it, and our steady clock at that moment.
    private volatile ServerClock? _clock;

    /// <summary>Where this client calls.</summary>
    public CloudStackEndpoint Endpoint => endpoint;

    internal TimeProvider Time => time;

    /// <summary>What the server's clock shows now, to the second, by its last answer; null before the first. It goes on steadily when our own clock is moved.</summary>
    public DateTimeOffset? ServerNow => _clock is { } clock ? clock.Told + time.GetElapsedTime(clock.At) : null;

    /// <summary>Sends one call and reads its direct answer. A <c>jobid</c> in it is not followed; see <see cref="CallToEndAsync"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the effect of a call already sent is then unknown.</exception>
    public Task<CallAnswer> CallAsync(ApiCall call, CancellationToken cancel = default) => SendAsync(call, SignedFields(call, withExpiry: true), cancel);

    /// <summary>Sends one call and, when it starts a job, follows that to its end.</summary>
    public async Task<CallAnswer> CallToEndAsync(ApiCall call, JobPatience? patience = null, CancellationToken cancel = default)
    {
        var answer = await CallAsync(call, cancel);
        return answer is { IsPending: true, JobId: { } job } ? await FollowAsync(job, patience, cancel) : answer;
    }

    /// <summary>Follows a job to its end: the first look comes quickly, later ones less and less often.</summary>
    public Task<CallAnswer> FollowAsync(string jobId, JobPatience? patience = null, CancellationToken cancel = default) =>
        new JobFollower(this, patience ?? new JobPatience()).FollowAsync(jobId, cancel);

    /// <summary>Looks at a job once: pending while it runs, then its result or its refusal.</summary>
    public Task<CallAnswer> LookAtJobAsync(string jobId, CancellationToken cancel = default) => JobFollower.LookAsync(this, jobId, cancel);

    internal Task<CallAnswer> CallWithoutExpiryAsync(ApiCall call, CancellationToken cancel) => SendAsync(call, SignedFields(call, withExpiry: false), cancel);

    internal Task<CallAnswer> CallUnsignedAsync(ApiCall call, CancellationToken cancel) => SendAsync(call, PlainFields(call), cancel);

    private async Task<CallAnswer> SendAsync(ApiCall call, Dictionary<string, string> fields, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var start = time.GetTimestamp();
        var answer = await ExchangeAsync(call, fields, cancel);
        var took = time.GetElapsedTime(start);
        if (answer.ServerTime is { } told) _clock = new ServerClock(told, time.GetTimestamp());
        trace?.Invoke(new CallTrace(at, call.ToString(), took, answer.Failure));
        return answer.WithTook(took);
    }

    private async Task<CallAnswer> ExchangeAsync(ApiCall call, Dictionary<string, string> fields, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(call.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new FormUrlEncodedContent(fields) };
            using var response = await http.SendAsync(request, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return AnswerReader.Read(response.StatusCode, text, RetryAfter(response), response.Headers.Date);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested && !limit.IsCancellationRequested)
        {
            // The handler's own limit is the one on connecting: nothing has been sent.
            return CallAnswer.Failed(new CallFailure(FailureKind.Unavailable, $"No connection to {endpoint.Address.Authority}: {Innermost(e)}"));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return CallAnswer.Failed(new CallFailure(FailureKind.Unclear, $"No answer within {call.Limit.TotalSeconds:0.#} s."));
        }
        catch (HttpRequestException e)
        {
            return CallAnswer.Failed(Broken(e));
        }
        catch (IOException e)
        {
            return CallAnswer.Failed(new CallFailure(FailureKind.Unclear, $"The connection ended before the answer: {e.Message}"));
        }
    }

    private CallFailure Broken(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new(FailureKind.Unavailable, $"The name {endpoint.Address.Host} is not known here."),
        HttpRequestError.SecureConnectionError => new(FailureKind.Unavailable, $"No secure connection to {endpoint.Address.Authority}: {Innermost(e)}"),
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError =>
            new(FailureKind.Unavailable, $"No connection to {endpoint.Address.Authority}: {Innermost(e)}"),
        // From here on the request may have left us.
        _ => new(FailureKind.Unclear, $"The connection ended before the answer: {Innermost(e)}"),
    };

    private static string Innermost(Exception e) => e.GetBaseException().Message;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private Dictionary<string, string> SignedFields(ApiCall call, bool withExpiry)
    {
        var fields = PlainFields(call);
        fields["apikey"] = endpoint.ApiKey;
        if (withExpiry)
        {
            fields["signatureversion"] = "3";
            fields["expires"] = ((ServerNow ?? time.GetUtcNow()) + (call.Life ?? Life)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        fields["signature"] = CloudStackSigner.Sign(fields, endpoint.SecretKey);
        return fields;
    }

    private static Dictionary<string, string> PlainFields(ApiCall call)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["command"] = call.Command, ["response"] = "json" };
        foreach (var (name, value) in call.Parameters) fields.Add(FieldText.CheckName(name), FieldText.CheckValue(name, value));
        if (call.CustomJobId is { } job) fields["customjobid"] = job.ToString();
        return fields;
    }

    private sealed record ServerClock(DateTimeOffset Told, long At);
}
