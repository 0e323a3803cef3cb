using System.Text.RegularExpressions;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Replaces what must not be logged: passwords, keys, and passwords inside addresses.</summary>
public static partial class Secrets
{
    private const string Hidden = "***";

    /// <summary>True for a parameter whose value is a secret by its name.</summary>
    public static bool IsSecretName(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase)
        || name.Equals("apikey", StringComparison.OrdinalIgnoreCase) || name.Equals("accesskey", StringComparison.OrdinalIgnoreCase)
        || name.Equals("signature", StringComparison.OrdinalIgnoreCase) || name.Equals("sessionkey", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("privatekey", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value as it may be shown. The siblings matter: <c>details[0].value</c> is secret when <c>details[0].key</c> names a secret.</summary>
    public static string Hide(string name, string value, IReadOnlyDictionary<string, string> siblings)
    {
        if (IsSecretName(name)) return Hidden;
        if (name.EndsWith("].value", StringComparison.OrdinalIgnoreCase)
            && siblings.TryGetValue(string.Concat(name.AsSpan(0, name.Length - "value".Length), "key"), out var key) && IsSecretName(key)) return Hidden;
        return HideInAddress(value);
    }

    /// <summary>Text with the passwords of addresses replaced: <c>cifs://host/share?user=u&amp;password=***</c>, <c>http://user:***@host</c>.</summary>
    public static string HideInAddress(string text) => UserInfo().Replace(Query().Replace(text, "$1" + Hidden), "$1" + Hidden + "@");

    [GeneratedRegex("""((?:password|secret\w*|(?:api|access|session)key)=)[^&\s"']+""", RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    [GeneratedRegex("""(\w+://[^\s/:@]+:)[^\s/@]+@""")]
    private static partial Regex UserInfo();
}
