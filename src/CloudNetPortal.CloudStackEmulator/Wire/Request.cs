using System.Net;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>The parameters of one HTTP request, names as sent. Query and body are merged and the query wins.</summary>
internal sealed class Request
{
    private readonly Dictionary<string, string> sent = new(StringComparer.Ordinal);

    public required string Method { get; init; }

    /// <summary>The name of the user whose key signed it.</summary>
    public string User { get; set; } = "admin";

    public IReadOnlyDictionary<string, string> Sent => sent;

    /// <summary>Looked up exactly, in lower case, as the real server does.</summary>
    public string? Command => sent.GetValueOrDefault("command");

    public bool Json => string.Equals(sent.GetValueOrDefault("response"), "json", StringComparison.OrdinalIgnoreCase);

    /// <summary>For a repeated name the first value of the body counts.</summary>
    public void AddBody(string body)
    {
        foreach (var (name, value) in Parts(body))
            sent.TryAdd(name, value);
    }

    /// <summary>For a repeated name the last value of the query counts, and it beats the body.</summary>
    public void AddQuery(string query)
    {
        foreach (var (name, value) in Parts(query.TrimStart('?')))
            sent[name] = value;
    }

    public string? Any(string name)
    {
        foreach (var (key, value) in sent)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return null;
    }

    private static IEnumerable<(string Name, string Value)> Parts(string text)
    {
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) // a part without "=" is dropped
                yield return (WebUtility.UrlDecode(part[..equals]), WebUtility.UrlDecode(part[(equals + 1)..]));
        }
    }
}
