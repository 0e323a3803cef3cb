using System.Globalization;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary><c>signatureversion=3</c> asks for <c>expires</c>; otherwise it is ignored.</summary>
internal static class Expiry
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static bool Allows(Request request, DateTimeOffset now)
    {
        if (request.Any("signatureversion") is not { } version || version != "3")
            return true;
        return request.Any("expires") is { } text && TryRead(text, out var until) && until >= now;
    }

    public static bool TryRead(string text, out DateTimeOffset moment)
    {
        // +0000 is what most clients send; the framework wants the colon.
        if (text.Length > 5 && text[^5] is '+' or '-' && text[^3] != ':' && text[^4..].All(char.IsAsciiDigit))
            text = text[..^2] + ":" + text[^2..];
        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }
}
