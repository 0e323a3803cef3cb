namespace CloudNetPortal.Import.Reading;

/// <summary>Tells by its name whether a value is a secret.</summary>
public static class SecretNames
{
    private static readonly string[] Parts = ["password", "passwd", "passphrase", "secret", "securitykey", "apikey", "authtoken", "privatekey", "token"];

    /// <summary>True for names such as password, passwd, secretkey, spAuthToken, ldap.bind.password.</summary>
    public static bool Matches(string name)
    {
        var bare = new string([.. name.Where(char.IsAsciiLetterOrDigit)]);
        return Parts.Any(p => bare.EndsWith(p, StringComparison.OrdinalIgnoreCase)) || bare.Contains("password", StringComparison.OrdinalIgnoreCase)
            || bare.Contains("secretkey", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The place of the password in an URL such as <c>rbd://user:password@host</c> or <c>cifs://host/share?password=x</c>; null when it has none.</summary>
    public static Range? InUrl(string? url) => url is not null && Find(url) is { } found && url[found] is not (Hidden or "") ? found : null;

    /// <summary>Stands in an URL where a password was.</summary>
    public const string Hidden = "…";

    private static Range? Find(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var host = scheme + 3;
            var end = url.IndexOfAny(['/', '?'], host) is var slash and >= 0 ? slash : url.Length;
            // A Ceph key may hold slashes, so with rbd the last at sign counts wherever it is.
            var at = url.LastIndexOf('@');
            var colon = url.IndexOf(':', host);
            if (at > 0 && colon > 0 && colon < at && (at < end || url.StartsWith("rbd:", StringComparison.OrdinalIgnoreCase)))
                return (colon + 1)..at;
        }
        foreach (var name in new[] { "password=", "passwd=", "secret=" })
            if (url.IndexOf(name, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
            {
                var from = found + name.Length;
                return from..(url.IndexOf('&', from) is var amp and >= 0 ? amp : url.Length);
            }
        return null;
    }
}
