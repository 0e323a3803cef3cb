using System.Text;
using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules;

/// <summary>One problem: what, where, why CloudStack cares, how to fix it.</summary>
public sealed record Finding
{
    /// <summary>Rule id, CNPnnnn.</summary>
    public required string RuleId { get; init; }
    /// <summary>Case letter within the rule, or empty.</summary>
    public string Case { get; init; } = "";
    /// <summary>After the policy pack.</summary>
    public required Severity Severity { get; init; }
    /// <summary>Open unless somebody answered it, or the data is missing.</summary>
    public FindingStatus Status { get; init; } = FindingStatus.Open;
    /// <summary>Where to fix it: a path in the design (see <see cref="FieldEdit.Path"/>), or <c>devices/NAME/ports/NAME/field</c> in the catalogue, or empty for the zone.</summary>
    public string Path { get; init; } = "";
    /// <summary>Every object concerned.</summary>
    public IReadOnlyList<ObjectRef> Objects { get; init; } = [];
    /// <summary>One sentence with the concrete values.</summary>
    public required string Message { get; init; }
    /// <summary>Why CloudStack cares and when it would have been noticed.</summary>
    public string Why { get; init; } = "";
    /// <summary>Proposals, the best first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>Ways to solve it, the best first: the proposals, and where a rule can compute none its cure as work by hand. Of what could not be judged the message says what to bring.</summary>
    [JsonIgnore]
    public IReadOnlyList<Fix> Ways => Fixes.Count > 0 || Status == FindingStatus.NotVerified || RuleBook.Find(RuleId) is not { } rule ? Fixes : [new Fix("What to do", Manual: rule.Cure)];
    /// <summary>Facts the finding rests on: cable path, host list, computed names.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
    /// <summary>Team that owns the place: network, compute, storage, security.</summary>
    public string Team { get; init; } = "network";

    /// <summary>The waiver or acknowledgement that covers it; of an open finding the waiver that covered it until it ended.</summary>
    public FindingAnswer? Answer { get; init; }

    /// <summary>Where it is counted: each finding in exactly one place, the same in the change bar, on pages, in REST and in <c>cloudnet</c>.</summary>
    [JsonIgnore]
    public Standing Standing => Status switch
    {
        FindingStatus.Waived => Standing.Waived,
        FindingStatus.Acknowledged => Standing.Acknowledged,
        FindingStatus.NotVerified when Severity < Severity.Error => Standing.NotVerified,
        _ => Severity switch { Severity.Error => Standing.Error, Severity.Warning => Standing.Warning, _ => Standing.Advice },
    };

    /// <summary>Keys of what was judged (a leg, a label on a host, a range), by which a more special rule silences a general one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>What made it fire, where the sentence says more than that (how many hosts are well, when something was last read); else null, and the sentence counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Values { get; init; }

    /// <summary>What equal cases have in common, without the names that tell them apart: many of them become one finding with a list. Empty: it stands alone.</summary>
    [JsonIgnore]
    public string Like { get; init; } = "";

    /// <summary>Hash of rule, case, subject and the values that made it fire: acknowledgements and waivers hold on to it. The order in which objects are named does not count.</summary>
    [JsonIgnore]
    public string Fingerprint => CanonicalJson.Hash(Encoding.UTF8.GetBytes($"{RuleId}\n{Case}\n{Path}\n{Values ?? Message}\n{string.Join('\n', Objects.Select(o => $"{o.Kind} {o.Name}").Order(StringComparer.Ordinal))}"))[..16];

    /// <summary>Hash of rule, case and place without values: what a waiver holds on to that says “and future hosts”. What could not be judged is not what was judged later.</summary>
    [JsonIgnore]
    public string Cause => CanonicalJson.Hash(Encoding.UTF8.GetBytes($"{RuleId}\n{Case}\n{Path}{(Status == FindingStatus.NotVerified ? "\nnot verified" : "")}"))[..16];
}

/// <summary>Who answered for a finding, and how long that holds.</summary>
/// <param name="Id">The waiver or acknowledgement.</param>
/// <param name="By">Names of the people.</param>
/// <param name="Sentence">Their reason.</param>
/// <param name="At">When.</param>
/// <param name="Until">End of a waiver; null for an acknowledgement.</param>
public sealed record FindingAnswer(Guid Id, string By, string Sentence, DateTimeOffset At, DateTimeOffset? Until = null);

/// <summary>An object a finding names.</summary>
/// <param name="Kind">host, nic, bond, bridge, cable, port, switch, network, pod, range, cluster, vlan, storage, zone.</param>
/// <param name="Name">Name for people; ports with their device: <c>sw-b1 Eth1/7</c>.</param>
/// <param name="Path">Path in the design or the catalogue, for the link; empty when there is none.</param>
public sealed record ObjectRef(string Kind, string Name, string Path = "");
