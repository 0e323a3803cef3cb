using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudNetPortal.Push.Tests.Things;

/// <summary>What goes wrong with one call.</summary>
public sealed record Spoil
{
    public bool BeforeEffect { get; private init; }
    public bool AfterEffect { get; private init; }
    public bool NoEffect { get; private init; }
    public TimeSpan? LandsAfter { get; private init; }
    public JsonObject? JobEnd { get; private init; }
    private int? Status { get; init; }
    private string Text { get; init; } = "";
    private int? CsCode { get; init; }
    private int? RetryAfter { get; init; }
    private bool Html { get; init; }

    public static Spoil LoseAnswer => new() { AfterEffect = true };
    public static Spoil LoseCall => new() { BeforeEffect = true };
    public static Spoil LandLate(TimeSpan after) => new() { LandsAfter = after };
    public static Spoil DoNothing => new() { NoEffect = true };
    public static Spoil Refuse(int code, int? csCode, string text) => new() { BeforeEffect = true, Status = code, CsCode = csCode, Text = text };
    public static Spoil Busy(int status, int retryAfter) => new() { BeforeEffect = true, Status = status, Text = "busy", RetryAfter = retryAfter };
    public static Spoil Page => new() { BeforeEffect = true, Html = true };
    public static Spoil EndJob(string json) => new() { JobEnd = JsonNode.Parse(json)!.AsObject() };

    public Task SayAsync(HttpContext context, string command)
    {
        if (Html)
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<!doctype html><title>Proxy</title><h1>Sign in</h1>");
        }
        if (RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
        if (Status is not { } status)
        {
            context.Abort();
            return Task.CompletedTask;
        }
        var body = new JsonObject { ["uuidList"] = new JsonArray(), ["errorcode"] = status, ["errortext"] = Text };
        if (CsCode is { } cs) body["cserrorcode"] = cs;
        return ThingCloud.Say(context, status, new JsonObject { [command.ToLowerInvariant() + "response"] = body });
    }
}
