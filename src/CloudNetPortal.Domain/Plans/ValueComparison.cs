using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Plans;

/// <summary>Decides whether what was sent and what was observed mean the same.</summary>
public static class ValueComparison
{
    private const int HighestVxlan = 16777214;

    /// <summary>True when both mean the same to CloudStack under this comparison.</summary>
    public static bool Same(string pushed, IReadOnlyList<string> observed, Comparison how) => how switch
    {
        Comparison.Absent => observed.All(string.IsNullOrEmpty),
        Comparison.Contains => observed.Contains(pushed, StringComparer.Ordinal),
        Comparison.IgnoreCase => string.Equals(pushed, Joined(observed), StringComparison.OrdinalIgnoreCase),
        Comparison.VlanSet => SameVlans(pushed, Joined(observed)),
        Comparison.WordSet => Words(pushed).SetEquals(Words(Joined(observed))),
        Comparison.Vlan => string.Equals(Vlan(pushed), Vlan(Joined(observed)), StringComparison.OrdinalIgnoreCase),
        // CloudStack leaves empty fields out of its answers.
        _ => string.Equals(pushed, Joined(observed), StringComparison.Ordinal),
    };

    private static string Joined(IReadOnlyList<string> observed) => string.Join(',', observed);

    private static bool SameVlans(string pushed, string observed) =>
        VlanSet.TryParse(pushed, out var a, out _, HighestVxlan) && VlanSet.TryParse(observed, out var b, out _, HighestVxlan)
            ? a.Equals(b) : string.Equals(pushed, observed, StringComparison.Ordinal);

    private static HashSet<string> Words(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Vlan(string text)
    {
        var bare = text.StartsWith("vlan://", StringComparison.OrdinalIgnoreCase) ? text["vlan://".Length..] : text;
        return bare.Equals("untagged", StringComparison.OrdinalIgnoreCase) ? "" : bare;
    }
}
