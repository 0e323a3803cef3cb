using System.Globalization;
using CloudNetPortal.CloudStackEmulator.Contract;
using CloudNetPortal.CloudStackEmulator.Hosting;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Faults;

/// <summary>The faults that strike before anything is done.</summary>
internal static class FaultFace
{
    /// <summary>True when the call is over.</summary>
    public static async Task<bool> BeforeAsync(HttpContext http, Request request, FaultRule? fault, ReceivedCall log, PracticeCloud practice)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Delay:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), practice.Time, http.RequestAborted).ConfigureAwait(false);
                return false;
            case FaultKind.DropConnection:
                http.Abort();
                return true;
            case FaultKind.Unauthorized:
                await RefuseAsync(http, request, Refusal.Unauthorized(), log, practice).ConfigureAwait(false);
                return true;
            case FaultKind.Refuse:
                await RefuseAsync(http, request, Refusal.Of(fault.Code, fault.CloudCode, fault.Text), log, practice).ConfigureAwait(false);
                return true;
            case FaultKind.Unavailable or FaultKind.TooManyRequests:
                if (fault.RetryAfter is { } seconds)
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                log.Status = http.Response.StatusCode = fault.Kind == FaultKind.Unavailable ? 503 : 429;
                http.Response.ContentType = "text/plain";
                await http.Response.WriteAsync(fault.Kind == FaultKind.Unavailable ? "Service Unavailable" : "Too Many Requests").ConfigureAwait(false);
                return true;
            case FaultKind.HtmlPage:
                log.Status = http.Response.StatusCode = 200;
                http.Response.ContentType = "text/html;charset=utf-8";
                await http.Response.WriteAsync("<!doctype html><html><head><title>Proxy</title></head><body><h1>Sign in</h1></body></html>").ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>How much later the answer of a call comes that was done in time.</summary>
    public static TimeSpan Slowness(FaultRule? fault) => fault?.Kind == FaultKind.SlowAnswer ? TimeSpan.FromMilliseconds(fault.Milliseconds) : TimeSpan.Zero;

    private static Task RefuseAsync(HttpContext http, Request request, Refusal refusal, ReceivedCall log, PracticeCloud practice)
    {
        var reply = Reply.Refused(ContractBook.Find(request.Command)?.Envelope ?? "errorresponse", refusal);
        log.Status = refusal.Code;
        log.Text = refusal.Text;
        return reply.WriteAsync(http.Response, request.Json, practice.Cloud.Profile.Version);
    }
}
