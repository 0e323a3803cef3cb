using System.Security.Cryptography;
using System.Text;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Signs a call as the management server does: HMAC-SHA1 over the sorted, lower-cased parameters. There is no other algorithm in CloudStack 4.23.</summary>
public static class CloudStackSigner
{
    /// <summary>The signature of these parameters; names are taken in lower case, which is how they must be sent.</summary>
    public static string Sign(IEnumerable<KeyValuePair<string, string>> parameters, string secretKey)
    {
        // CA5350: the server accepts nothing stronger; confidentiality comes from TLS, not from this.
#pragma warning disable CA5350 // CloudStack signs with SHA-1 and knows nothing else.
        var mac = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(TextToSign(parameters)));
#pragma warning restore CA5350
        return Convert.ToBase64String(mac);
    }

    internal static string TextToSign(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters
            .Select(p => (Name: p.Key.ToLowerInvariant(), p.Value))
            .Where(p => p.Name != "signature")
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={Encode(p.Value)}")).ToLowerInvariant();

    // What java.net.URLEncoder followed by "+" -> "%20" produces: it leaves * alone and escapes ~, the reverse of RFC 3986.
    private static string Encode(string value) => Uri.EscapeDataString(value).Replace("%2A", "*", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);
}
