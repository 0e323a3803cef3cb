using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Contract;
using CloudNetPortal.CloudStackEmulator.Faults;
using CloudNetPortal.CloudStackEmulator.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary><c>/client/api</c>: reads the call, checks who calls, does it, answers — with the faults that are set.</summary>
internal sealed class ApiFace(PracticeCloud practice)
{
    private const int MaxBody = 1_048_576;

    /// <summary>The share of a call's time after which its effect is there.</summary>
    private const double DoneAfter = 0.8;
    private readonly CallLimits limits = new(practice.Cloud);

    public async Task AnswerAsync(HttpContext http)
    {
        var request = new Request { Method = http.Request.Method };
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = MaxBody + 1;
        request.AddQuery(http.Request.QueryString.Value ?? "");
        if (HttpMethods.IsPost(request.Method) && http.Request.HasFormContentType)
        {
            if (http.Request.ContentLength > MaxBody)
            {
                http.Response.StatusCode = 413;
                return;
            }
            using var reader = new StreamReader(http.Request.Body);
            request.AddBody(await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false));
        }
        var log = practice.Calls.Begin(request.Method, request.Sent, practice.Time.GetUtcNow());
        if (practice.IsDown)
        {
            http.Abort();
            return;
        }
        var fault = practice.Faults.Strike(request.Command ?? "");
        log.Fault = fault?.Kind.ToString();
        if (await FaultFace.BeforeAsync(http, request, fault, log, practice).ConfigureAwait(false))
            return;
        var arrived = practice.Time.GetUtcNow();
        var command = request.Command ?? "";
        var workers = practice.Traffic.Enter(command);
        try
        {
            var latency = Latencies.Of(request, StartsAJob(command), practice.Pace.Latency, workers);
            await Task.Delay(latency * DoneAfter, practice.Time).ConfigureAwait(false); // a caller that gives up does not stop the call
            await AnswerAsync(http, request, fault, log, arrived, latency * (1 - DoneAfter)).ConfigureAwait(false);
        }
        finally
        {
            practice.Traffic.Leave(command);
        }
    }

    private async Task AnswerAsync(HttpContext http, Request request, FaultRule? fault, ReceivedCall log, DateTimeOffset arrived, TimeSpan latency)
    {
        if (request.Command == "login" && !HttpMethods.IsPost(request.Method))
        {
            log.Status = http.Response.StatusCode = 405;
            http.Response.ContentType = "application/json;charset=utf-8";
            await http.Response.WriteAsync("Please use HTTP POST to authenticate using this API").ConfigureAwait(false);
            return;
        }
        Reply reply;
        try
        {
            reply = Reply(http, request, fault, arrived);
        }
        catch (Refusal refusal)
        {
            reply = Wire.Reply.Refused(ErrorEnvelope(request.Command), refusal);
        }
#pragma warning disable CA1031 // The real server answers 530 for every exception; ours are bugs and go to the error output as well.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"{request.Command}: {bug}").ConfigureAwait(false);
            reply = Wire.Reply.Refused(ErrorEnvelope(request.Command), Refusal.State(bug.Message));
        }
        var rows = reply.Body.Select(m => m.Value).OfType<JsonArray>().FirstOrDefault()?.Count ?? 0;
        await Task.Delay(latency + Latencies.OfRows(request.Command ?? "", rows, practice.Pace.Latency) + FaultFace.Slowness(fault), practice.Time).ConfigureAwait(false);
        log.Status = reply.Status;
        log.Text = reply.Description;
        if (fault?.Kind == FaultKind.DropAnswer)
        {
            log.Status = 0;
            http.Abort();
            return;
        }
        await reply.WriteAsync(http.Response, request.Json, practice.Cloud.Profile.Version).ConfigureAwait(false);
    }

    private Reply Reply(HttpContext http, Request request, FaultRule? fault, DateTimeOffset arrived)
    {
        switch (request.Command)
        {
            case "login":
                return new Reply("loginresponse", practice.Sessions.Login(request, http, practice.Cloud.ManagementServerId));
            case "logout":
                practice.Sessions.End(http);
                return new Reply("logoutresponse", new JsonObject { ["description"] = "success" });
        }
        Authenticate(http, request);
        limits.Check(request, practice.Time.GetUtcNow());
        ParameterCheck.Characters(request.Sent);
        if (CommandBook.Get(request.Command) is not var (command, contract) || !practice.Cloud.Profile.Offers(contract))
            throw Refusal.Unauthorized(); // an absent command is told apart from a wrong signature by nobody
        return new Reply(contract.Envelope, practice.Do(command, contract, request, fault, arrived));
    }

    private void Authenticate(HttpContext http, Request request)
    {
        if (practice.Sessions.Allows(request, http) is { } bySession)
        {
            if (!bySession)
                throw Refusal.Plain(401, "unable to verify user credentials");
            return;
        }
        if (request.Command is null || practice.SecretOf(request.Any("apikey")) is not var (secret, user) || request.Any("signature") is not { } signature
            || !Expiry.Allows(request, practice.Time.GetUtcNow()) || !Signature.Matches(request.Sent, secret, signature))
        {
            throw Refusal.Unauthorized();
        }
        request.User = user;
    }

    private bool StartsAJob(string command) => ContractBook.Find(command) is { } contract && practice.Cloud.Profile.IsAsync(contract);

    private string ErrorEnvelope(string? command) => command switch
    {
        null => "null",
        "login" => "loginresponse",
        _ => ContractBook.Find(command) is { } contract && practice.Cloud.Profile.Offers(contract) ? contract.Envelope : "errorresponse",
    };
}
