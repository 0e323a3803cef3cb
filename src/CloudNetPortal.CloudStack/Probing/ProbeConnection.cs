using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;

namespace CloudNetPortal.CloudStack.Probing;

/// <summary>
/// Tests a connection so that a failure names its cause. CloudStack answers 401 with one text for wrong keys, wrong clock, foreign address and absent
/// commands alike; this excludes the causes one after another.
/// </summary>
/// <param name="client">The connection to test.</param>
/// <param name="needed">Commands that must be there for what the caller intends.</param>
public sealed class ProbeConnection(CloudStackClient client, IReadOnlyCollection<string>? needed = null)
{
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromMinutes(1);
    private static readonly ApiCall Hello = ApiCall.Of("listCapabilities") with { TimeOut = TimeSpan.FromSeconds(20) };

    private readonly List<ConnectionCheck> _checks = [];

    /// <summary>Runs the checks. Nothing is changed on the server.</summary>
    public async Task<ConnectionReport> RunAsync(CancellationToken cancel = default)
    {
        var first = await client.CallUnsignedAsync(Hello, cancel);
        var skew = first.ServerTime - client.Time.GetUtcNow();
        if (!Reached(first) || !CheckClock(skew)) return Report(skew);

        var signed = await client.CallAsync(Hello, cancel);
        if (signed.Failure is { } failure)
        {
            await ExplainAsync(failure, cancel);
            return Report(skew);
        }
        Add("Keys", CheckResult.Passed, "CloudStack accepts the key pair and the signature.");
        if (first.Failure is null)
            Add("Signatures are required", CheckResult.Warning, "This address answers unsigned calls as administrator. Close the unauthenticated port (integration.api.port) on production servers.");

        var version = signed.Objects is [var capability, ..] ? new ListedRow(capability).Text("cloudstackversion") : null;
        Add("Version", version is null ? CheckResult.Warning : CheckResult.Passed, version is null ? "The server does not tell its version." : $"CloudStack {version}.");
        return Report(skew) with { Version = version, Commands = await CheckCommandsAsync(cancel), Checks = _checks };
    }

    private bool Reached(CallAnswer first)
    {
        if (first.Failure is { Kind: FailureKind.Malformed or FailureKind.Unavailable or FailureKind.Unclear } failure)
        {
            Add("Reach the server", CheckResult.Failed, failure.Text);
            return false;
        }
        Add("Reach the server", CheckResult.Passed, $"{client.Endpoint.Address.GetLeftPart(UriPartial.Path)} answers as a CloudStack API.");
        var plain = client.Endpoint.Address is { Scheme: "http", IsLoopback: false };
        Add("Encryption", plain ? CheckResult.Warning : CheckResult.Passed, plain
            ? "The address is plain http: host passwords travel readable. Use https where the server offers it."
            : client.Endpoint.Address.Scheme == "https" ? "TLS, certificate accepted." : "Loopback, no TLS needed.");
        return true;
    }

    private bool CheckClock(TimeSpan? skew)
    {
        if (skew is not { } s) Add("Clock", CheckResult.Warning, "The server does not tell its time.");
        else if (s.Duration() <= TolerableSkew) Add("Clock", CheckResult.Passed, $"The clocks differ by {s.Duration().TotalSeconds:0} s.");
        else Add("Clock", s.Duration() < TimeSpan.FromMinutes(9) ? CheckResult.Warning : CheckResult.Failed,
            $"The server's clock is {s.Duration().TotalMinutes:0.#} minutes {(s > TimeSpan.Zero ? "ahead of" : "behind")} ours. Signed calls live ten minutes: set the clocks.");
        return _checks[^1].Result != CheckResult.Failed;
    }

    private async Task ExplainAsync(CallFailure failure, CancellationToken cancel)
    {
        if (failure.Kind != FailureKind.Unauthorised)
        {
            Add("Keys", CheckResult.Failed, failure.ToString());
            return;
        }
        var withoutExpiry = await client.CallWithoutExpiryAsync(Hello, cancel);
        if (withoutExpiry.Failure is null)
        {
            Add("Keys", CheckResult.Failed, "The keys are right, but the server refuses the expiry time of signed calls: its clock differs from ours. Set the clocks.");
            return;
        }
        Add("Keys", CheckResult.Failed,
            $"CloudStack refuses the signed call (401: {failure.Text}). Excluded: address, network, clock, expiry. What remains: the API key is unknown or removed; the secret key "
            + "does not belong to it; its user, account or domain is disabled; API access is off for it; our address is outside api.allowed.source.cidr.list. "
            + "The management server's log names the reason.");
    }

    private async Task<IReadOnlySet<string>> CheckCommandsAsync(CancellationToken cancel)
    {
        try
        {
            var apis = await ListedApi.ListAsync(client, cancel: cancel);
            var commands = apis.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
            var missing = (needed ?? []).Where(n => !commands.Contains(n)).Order(StringComparer.Ordinal).ToArray();
            Add("Commands", missing.Length == 0 ? CheckResult.Passed : CheckResult.Failed, missing.Length == 0
                ? $"These keys may use {commands.Count} commands."
                : $"These keys lack {string.Join(", ", missing)}. A missing command is answered with 401 like a wrong key: give the role these commands, or install the plug-in that has them.");
            return commands;
        }
        catch (CallFailedException e)
        {
            Add("Commands", CheckResult.Warning, $"The list of allowed commands cannot be read ({e.Failure}).");
            return new HashSet<string>();
        }
    }

    private ConnectionReport Report(TimeSpan? skew)
    {
        foreach (var name in new[] { "Reach the server", "Clock", "Keys", "Version", "Commands" })
            if (_checks.Any(c => c.Result == CheckResult.Failed) && _checks.All(c => c.Name != name)) Add(name, CheckResult.Skipped, "Not looked at, since an earlier check failed.");
        return new ConnectionReport(_checks) { ClockSkew = skew };
    }

    private void Add(string name, CheckResult result, string finding) => _checks.Add(new ConnectionCheck(name, result, finding));
}
