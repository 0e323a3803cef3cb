using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Cli.Clouds;

/// <summary>Which cloud, and as whom: from the environment, or from a profile of CloudMonkey.</summary>
internal static class CloudCredentials
{
    private static readonly string[] KeyVariables = ["CLOUDSTACK_KEY", "CLOUDSTACK_SECRET"], ProfileKeys = ["url", "apikey", "secretkey"];

    public static CloudStackEndpoint Find(string? profile)
    {
        string? Env(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        if (profile is null && Env("CLOUDSTACK_ENDPOINT") is { } endpoint)
        {
            var missing = KeyVariables.Where(n => Env(n) is null).ToArray();
            if (missing.Length > 0) throw new InputException($"CLOUDSTACK_ENDPOINT is set, but not {string.Join(" and ", missing)}.");
            return Make(endpoint, Env("CLOUDSTACK_KEY")!, Env("CLOUDSTACK_SECRET")!, "CLOUDSTACK_ENDPOINT");
        }
        var path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cmk", "config");
        if (!File.Exists(path)) throw new InputException($"No cloud is named: set CLOUDSTACK_ENDPOINT, CLOUDSTACK_KEY and CLOUDSTACK_SECRET, or write a profile into {path}.");
        return FromProfile(CloudMonkeyConfig.Read(File.ReadLines(path)), profile, path);
    }

    /// <summary>True when somebody said in so many words that certificates need not be checked: <c>verifycert = false</c> of CloudMonkey, or the variable that other CloudStack tools know.</summary>
    public static bool TrustsAnyCertificate(string? profile)
    {
        if (profile is null && Environment.GetEnvironmentVariable("CLOUDSTACK_ENDPOINT") is { Length: > 0 }) return Environment.GetEnvironmentVariable("CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY") is "1" or "true";
        var path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cmk", "config");
        return File.Exists(path) && CloudMonkeyConfig.Read(File.ReadLines(path)).TrustsAnyCertificate;
    }

    internal static CloudStackEndpoint FromProfile(CloudMonkeyConfig config, string? profile, string path)
    {
        var name = profile ?? config.DefaultProfile;
        if (!config.Profiles.TryGetValue(name, out var values))
            throw new InputException($"{path}: there is no profile “{name}”, only {string.Join(", ", config.Profiles.Keys.Order(StringComparer.Ordinal))}.");
        var missing = ProfileKeys.Where(k => values.GetValueOrDefault(k) is not { Length: > 0 }).ToArray();
        return missing.Length > 0
            ? throw new InputException($"{path}: profile “{name}” lacks {string.Join(", ", missing)}.")
            : Make(values["url"], values["apikey"], values["secretkey"], $"{path}, profile “{name}”");
    }

    private static CloudStackEndpoint Make(string address, string key, string secret, string source) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new CloudStackEndpoint(uri.AbsolutePath is "/" or "" ? new Uri(uri, "/client/api") : uri, key, secret)
            : throw new InputException($"{source}: “{address}” is not an address such as https://cloud.example.net/client/api.");
}
