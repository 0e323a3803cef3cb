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

    public static Spoil LoseAnswer => new() { AfterEffect = true };
    public static Spoil LoseCall => new() { BeforeEffect = true };
    public static Spoil LandLate(TimeSpan after) => new() { LandsAfter = after };
    public static Spoil DoNothing => new() { NoEffect = true };
    public static Spoil Refuse(int code, int? csCode, string text) => new() { BeforeEffect = true, Status = code, CsCode = csCode, Text = text };
    public static Spoil EndJob(string json) => new() { JobEnd = JsonNode.Parse(json)!.AsObject() };

    public Task SayAsync(HttpContext context, string command)
    {
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
