using System.Security.Cryptography;
using System.Text;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>The server's side of signing: HMAC-SHA1 over the sorted, encoded, lower-cased parameters.</summary>
internal static class Signature
{
    public static bool Matches(IReadOnlyDictionary<string, string> sent, string secret, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(sent, secret)), Encoding.UTF8.GetBytes(signature));

    public static string Of(IReadOnlyDictionary<string, string> sent, string secret)
    {
        // Names are sorted as they were sent, so V sorts before s; they are not encoded.
        var text = string.Join('&', sent
            .Where(p => !p.Key.Equals("signature", StringComparison.OrdinalIgnoreCase))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{p.Key}={Encode(p.Value)}")).ToLowerInvariant();
#pragma warning disable CA5350 // The protocol knows no other algorithm.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    /// <summary>Unescaped are letters, digits, dot, minus, underscore and asterisk; a blank is %20.</summary>
    private static string Encode(string value) => Uri.EscapeDataString(value).Replace("%2A", "*", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);
}
