using System.Net;
using System.Text.Json;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Turns one HTTP answer into a <see cref="CallAnswer"/>: envelope, refusal, page of a proxy or text.</summary>
internal static class AnswerReader
{
    public static CallAnswer Read(HttpStatusCode status, string text, TimeSpan? retryAfter, DateTimeOffset? serverTime)
    {
        if (!TolerantJson.TryParse(text, out var root) || Envelope(root) is not { } body)
            return CallAnswer.Failed(NotOurs(status, text, retryAfter), serverTime);
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("errorcode", out var code))
            return CallAnswer.Failed(Refusal(body, Number(code) ?? (int)status, inJob: false) with { RetryAfter = retryAfter }, serverTime);
        if ((int)status is >= 200 and < 300) return CallAnswer.Of(body, serverTime);
        return CallAnswer.Failed(NotOurs(status, text, retryAfter), serverTime);
    }

    /// <summary>The failure in an error object: the same shape at once and in a job.</summary>
    public static CallFailure Refusal(JsonElement error, int code, bool inJob)
    {
        var cs = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("cserrorcode", out var c) ? Number(c) : null;
        var given = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("errortext", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString() : null;
        return new CallFailure(KindOf(code, cs, given), given ?? $"CloudStack gave no reason (code {code}).") { Code = code, CsCode = cs, InJob = inJob };
    }

    private static FailureKind KindOf(int code, int? cs, string? text) => (code, cs) switch
    {
        (401, _) => FailureKind.Unauthorised,
        (429, _) or (503, _) => FailureKind.Unavailable,
        (431, 9999) when text?.Contains("entity does not exist", StringComparison.Ordinal) == true => FailureKind.Gone,
        _ => FailureKind.Refused,
    };

    private static CallFailure NotOurs(HttpStatusCode status, string text, TimeSpan? retryAfter)
    {
        var kind = (int)status switch
        {
            401 => FailureKind.Unauthorised,
            429 or 503 => FailureKind.Unavailable,
            // A proxy that lost its server after passing the call on says 502 or 504, a server that broke says 500: the effect may be there.
            408 or >= 500 => FailureKind.Unclear,
            // CloudStack refuses a method in plain text; nothing was done.
            405 => FailureKind.Refused,
            // A success that cannot be read was carried out all the same.
            >= 200 and < 300 when !LooksLikePage(text) => FailureKind.Unclear,
            _ => FailureKind.Malformed,
        };
        return new CallFailure(kind, Describe(status, text)) { Code = (int)status, RetryAfter = retryAfter };
    }

    private static string Describe(HttpStatusCode status, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return $"HTTP {(int)status} without a body.";
        if (LooksLikePage(text)) return $"HTTP {(int)status} with a web page instead of an API answer. The address may lack /client/api, or a proxy answered.";
        return (int)status == 405 ? trimmed : $"HTTP {(int)status} with text that is not JSON: {trimmed[..Math.Min(200, trimmed.Length)]}";
    }

    private static bool LooksLikePage(string text) => text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    // The name of the envelope follows no rule (listPortableIpRanges answers listportableipresponse): take the only property.
    private static JsonElement? Envelope(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        using var properties = root.EnumerateObject();
        return properties.MoveNext() ? properties.Current.Value : null;
    }

    internal static int? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var n) => n,
        JsonValueKind.String when int.TryParse(value.GetString(), out var n) => n,
        _ => null,
    };
}
