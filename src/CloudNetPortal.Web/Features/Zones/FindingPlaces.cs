using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Findings by where they are: forms of large zones ask for thousands of fields, and each is answered by one look.</summary>
internal sealed class FindingPlaces
{
    private readonly Dictionary<string, List<Finding>> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Finding>> _under = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Finding>> _in = new(StringComparer.Ordinal);

    public FindingPlaces(IReadOnlyList<Finding> findings)
    {
        Findings = findings;
        foreach (var finding in findings)
        {
            Add(_at, finding.Path, finding);
            Add(_under, finding.Path, finding);
            for (var cut = finding.Path.LastIndexOf('/'); cut > 0; cut = finding.Path.LastIndexOf('/', cut - 1))
                Add(_under, finding.Path[..cut], finding);
            Add(_in, ZoneSection.Of(finding), finding);
        }
    }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Exactly there.</summary>
    public IReadOnlyList<Finding> At(string path) => _at.GetValueOrDefault(path) ?? [];

    /// <summary>There or below.</summary>
    public IReadOnlyList<Finding> Under(string path) => _under.GetValueOrDefault(path) ?? [];

    /// <summary>In that part of the workspace.</summary>
    public IReadOnlyList<Finding> In(string section) => _in.GetValueOrDefault(section) ?? [];

    private static void Add(Dictionary<string, List<Finding>> to, string key, Finding finding)
    {
        if (!to.TryGetValue(key, out var list))
            to[key] = list = [];
        list.Add(finding);
    }
}
