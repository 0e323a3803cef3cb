using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>One answer before it is written: the envelope's name, what stands in it, the status.</summary>
internal sealed record Reply(string Envelope, JsonObject Body, int Status = 200)
{
    /// <summary>The error text, which command errors repeat in the header X-Description.</summary>
    public string? Description { get; init; }

    public static Reply Refused(string envelope, Refusal refusal)
    {
        var concerned = new JsonArray([.. refusal.Concerned.Select(c => (JsonNode?)Json.Of(("uuid", c.Id), ("description", c.Description)))]);
        var body = Json.Of(("uuidList", concerned), ("errorcode", refusal.Code), ("cserrorcode", refusal.CloudCode), ("errortext", refusal.Text));
        return new Reply(envelope, body, refusal.Code) { Description = refusal.Code == 401 ? null : refusal.Text };
    }

    public async Task WriteAsync(HttpResponse response, bool json, string version)
    {
        response.StatusCode = Status;
        if (Description is not null)
            response.Headers["X-Description"] = new string([.. Description.Select(c => c is >= ' ' and < '\x7f' ? c : '?')]);
        if (json)
        {
            response.ContentType = "application/json;charset=utf-8";
            await response.WriteAsync(new JsonObject { [Envelope] = Body }.ToJsonString(Json.Plain)).ConfigureAwait(false);
        }
        else
        {
            response.ContentType = "text/xml;charset=utf-8";
            await response.WriteAsync(XmlWriting.Write(Envelope, Body, version)).ConfigureAwait(false);
        }
    }
}
