using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// A named, versioned list of severities and a few parameters: data, not logic. The zone's environment decides which one applies. What a pack does not name
/// weighs as in production; what the management server refuses, and what makes every host fail, is never lowered.
/// </summary>
public sealed record PolicyPack
{
    private static readonly HashSet<string> NeverLowered = ["CNP3002", "CNP3101", "CNP3102"];
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>production, lab, or a name of one's own.</summary>
    public required string Name { get; init; }
    /// <summary>Version of the list, counted up with every change of it.</summary>
    public required int Version { get; init; }
    /// <summary>Which zones it is for, in one sentence.</summary>
    public required string Meaning { get; init; }
    /// <summary>How old LLDP, host and switch data may be, in days.</summary>
    public required int LiveDataDays { get; init; }
    /// <summary>Spare management addresses asked of each pod (CNP9001).</summary>
    public required int SparePodAddresses { get; init; }
    /// <summary>Growth asked of VLAN pools (CNP9003), in percent.</summary>
    public required int GrowthPercent { get; init; }
    /// <summary>How long a waiver may last, in days.</summary>
    public required int LongestWaiverDays { get; init; }
    /// <summary>Whether a waiver must name a ticket.</summary>
    public bool TicketWanted { get; init; }
    /// <summary>What an error weighs that could not be judged; everything else that could not be judged is advice.</summary>
    public Severity UnverifiedError { get; init; } = Severity.Warning;
    /// <summary>Rule and part of the path, such as <c>CNP3002 labels/VMware</c>: not verified counts as an error there.</summary>
    public IReadOnlyList<string> UnverifiedBlocks { get; init; } = [];
    /// <summary>Severities by rule (CNP6301) or by rule and case (CNP6302b).</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>How old LLDP, host and switch data may be.</summary>
    [JsonIgnore]
    public TimeSpan LiveDataMaxAge => TimeSpan.FromDays(LiveDataDays);

    /// <summary>Default of every rule.</summary>
    public static PolicyPack Production { get; } = Delivered("production");
    /// <summary>One or few hosts, no redundancy, may be rebuilt.</summary>
    public static PolicyPack Lab { get; } = Delivered("lab");
    /// <summary>The packs that come with the portal, the strictest first.</summary>
    public static IReadOnlyList<PolicyPack> All { get; } = [Production, Lab];

    /// <summary>The pack of that name, or null.</summary>
    public static PolicyPack? Find(string? name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>Reads a pack from its JSON.</summary>
    /// <exception cref="JsonException">The text is no pack; the message says where.</exception>
    public static PolicyPack Read(string text) => JsonSerializer.Deserialize<PolicyPack>(text, Json) ?? throw new JsonException("The text is no policy pack.");

    /// <summary>Everything that is wrong with a pack: rules it names that do not exist, and severities it may not lower.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        foreach (var (key, severity) in Severities)
        {
            var rule = key.Length >= 7 ? RuleBook.Find(key[..7]) : null;
            var cases = rule?.Cases.Where(c => key.Length == 7 || c.Letter == key[7..]).ToList() ?? [];
            if (cases.Count == 0)
                problems.Add($"{key}: there is no such rule or case.");
            else if (cases.Find(c => severity < Floor(rule!, c)) is not null)
                problems.Add($"{key}: {severity.ToString().ToLowerInvariant()} is too little. {(cases.Exists(c => c.RefusedByServer) ? "CloudStack would refuse the call" : "Every host of the zone would fail")}, so it stays an error.");
        }
        return problems;
    }

    /// <summary>What a case of a rule weighs in this pack.</summary>
    public Severity SeverityOf(Rule rule, RuleCase weight)
    {
        var severity = Severities.TryGetValue(rule.Id + weight.Letter, out var exact) ? exact : Severities.TryGetValue(rule.Id, out var whole) ? whole : weight.Production;
        return severity < Floor(rule, weight) ? Floor(rule, weight) : severity;
    }

    /// <summary>What a finding weighs in this pack.</summary>
    public Severity SeverityOf(Rule rule, Finding finding)
    {
        var severity = SeverityOf(rule, rule.Cases.First(c => c.Letter == finding.Case));
        if (finding.Status != FindingStatus.NotVerified || severity == Severity.Off)
            return severity;
        return severity < Severity.Error ? Severity.Advice : UnverifiedBlocks.Any(b => Blocks(b.Split(' '), finding)) ? Severity.Error : UnverifiedError;
    }

    private static bool Blocks(string[] entry, Finding finding) => entry[0] == finding.RuleId && (entry.Length == 1 || $"/{finding.Path}/".Contains($"/{entry[1]}/", StringComparison.OrdinalIgnoreCase));

    private static Severity Floor(Rule rule, RuleCase weight) => weight.RefusedByServer || NeverLowered.Contains(rule.Id) && weight.Production == Severity.Error ? weight.Production : Severity.Off;

    private static PolicyPack Delivered(string name)
    {
        using var stream = typeof(PolicyPack).Assembly.GetManifestResourceStream($"packs/{name}.json") ?? throw new InvalidOperationException($"Pack {name} is not in the assembly.");
        return JsonSerializer.Deserialize<PolicyPack>(stream, Json)!;
    }
}
