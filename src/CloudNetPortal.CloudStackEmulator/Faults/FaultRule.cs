using System.Globalization;

namespace CloudNetPortal.CloudStackEmulator.Faults;

/// <summary>What goes wrong, with which calls, and how often.</summary>
internal sealed record FaultRule
{
    public string Id { get; init; } = "";

    /// <summary>A command, the beginning of one with a star (<c>list*</c>), or <c>*</c> for every one.</summary>
    public string Command { get; init; } = "*";

    /// <summary>Only the n-th matching call, counted from the moment the rule is set; 0 = every one.</summary>
    public int Nth { get; init; }

    /// <summary>How many calls it strikes before it is spent; 0 = without end.</summary>
    public int Times { get; init; }

    /// <summary>The share of the matching calls that it strikes, by chance; 1 = all of them.</summary>
    public double Share { get; init; } = 1;
    public FaultKind Kind { get; init; }

    /// <summary>The HTTP status and errorcode of a refusal.</summary>
    public int Code { get; init; } = 530;
    public int? CloudCode { get; init; } = 4250;
    public string Text { get; init; } = "Fault injected by the practice cloud";
    public int Milliseconds { get; init; }

    /// <summary>Seconds in the Retry-After header of a 503; absent = no header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Matching calls so far, and calls struck.</summary>
    public int Seen { get; init; }
    public int Struck { get; init; }

    public bool Matches(string command) => Command.EndsWith('*') ? command.StartsWith(Command[..^1], StringComparison.OrdinalIgnoreCase) : Command.Equals(command, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>command=createPod;nth=2;kind=refuse;code=530;text=…</c>.</summary>
    public static FaultRule? Read(string text, out string? problem)
    {
        problem = null;
        var rule = new FaultRule();
        var hasKind = false;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals].ToLowerInvariant(), part[(equals + 1)..]);
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (name)
            {
                case "command": rule = rule with { Command = value }; break;
                case "text": rule = rule with { Text = value }; break;
                case "kind" when Enum.TryParse<FaultKind>(value.Replace("-", "", StringComparison.Ordinal), true, out var kind):
                    rule = rule with { Kind = kind };
                    hasKind = true;
                    break;
                case "share" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1: rule = rule with { Share = share }; break;
                case "nth" when isNumber: rule = rule with { Nth = number }; break;
                case "times" when isNumber: rule = rule with { Times = number }; break;
                case "code" when isNumber: rule = rule with { Code = number }; break;
                case "cserrorcode" when isNumber: rule = rule with { CloudCode = number }; break;
                case "milliseconds" when isNumber: rule = rule with { Milliseconds = number }; break;
                case "retryafter" when isNumber: rule = rule with { RetryAfter = number }; break;
                default:
                    problem = $"\"{part}\" is not understood; known are command, share, kind ({string.Join(", ", Enum.GetNames<FaultKind>())}), nth, times, code, cserrorcode, text, milliseconds, retryafter";
                    return null;
            }
        }
        if (!hasKind)
            problem = "kind is missing";
        return hasKind ? rule : null;
    }
}

/// <summary>The ways in which a call can go wrong.</summary>
internal enum FaultKind
{
    /// <summary>Refused with code and text; nothing is done.</summary>
    Refuse,

    /// <summary>Answered late, by <c>Milliseconds</c>.</summary>
    Delay,

    /// <summary>Done, but the connection breaks before the answer.</summary>
    DropAnswer,

    /// <summary>The connection breaks before anything is done.</summary>
    DropConnection,

    /// <summary>401 although the signature is right, as from a server in trouble.</summary>
    Unauthorized,

    /// <summary>503, with or without Retry-After.</summary>
    Unavailable,

    /// <summary>429, with or without Retry-After.</summary>
    TooManyRequests,

    /// <summary>Done, and answered late, by <c>Milliseconds</c>.</summary>
    SlowAnswer,

    /// <summary>A page of HTML with status 200, as from a proxy.</summary>
    HtmlPage,

    /// <summary>The job is accepted and never ends.</summary>
    JobHangs,

    /// <summary>The job fails with code and text; nothing is done.</summary>
    JobFails,

    /// <summary>The job is lost as by a restart: status 2, 530, no result; nothing is done.</summary>
    JobLost,
}
