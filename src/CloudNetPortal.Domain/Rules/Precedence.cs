namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// Where two rules would say the same of the same subject, the more special one speaks. Settled after all rules ran; then findings that are equal in rule,
/// case, place and words become one with all their objects.
/// </summary>
internal static class Precedence
{
    private const int Many = 4;

    private static readonly (string Special, string[] General)[] Order =
    [
        ("CNP3101", ["CNP3002", "CNP3003"]),
        ("CNP3201", ["CNP3002", "CNP3003"]),
        ("CNP3002", ["CNP3003"]),
        ("CNP3301", ["CNP3002", "CNP3003", "CNP3304"]),
        ("CNP3004", ["CNP3002", "CNP3003"]),
        ("CNP3104", ["CNP5005"]),
        ("CNP4001", ["CNP4002", "CNP4005", "CNP4008", "CNP4012"]),
        ("CNP2008", ["CNP4001"]),
        ("CNP4002", ["CNP4008"]),
        ("CNP4004", ["CNP4005"]),
        ("CNP4007", ["CNP8009"]),
        // A port whose VLANs nobody documented may still have the wrong LAG or MTU.
        ("CNP6001b", ["CNP5101", "CNP5102", "CNP5103", "CNP5104", "CNP5105"]),
        ("CNP6001a", ["CNP5101", "CNP5102", "CNP5103", "CNP5104", "CNP5105", "CNP6101", "CNP6102", "CNP6201", "CNP6202", "CNP6203"]),
        ("CNP6301", ["CNP6303"]),
        ("CNP6302", ["CNP6303"]),
    ];

    public static IEnumerable<Finding> Settle(IReadOnlyList<Finding> findings)
    {
        var spoken = new Dictionary<string, HashSet<string>>();
        foreach (var (special, general) in Order)
            foreach (var subject in findings.Where(f => f.RuleId == special || f.RuleId + f.Case == special).SelectMany(f => f.Subjects))
                foreach (var rule in general)
                    (spoken.TryGetValue(rule, out var said) ? said : spoken[rule] = []).Add(subject);
        return Alike(findings
            // A finding about more than the special rule covers still stands.
            .Where(f => f.Subjects.Count == 0 || !spoken.TryGetValue(f.RuleId, out var said) || !f.Subjects.All(said.Contains))
            .GroupBy(f => (f.RuleId, f.Case, f.Status, f.Path, f.Message))
            .Select(g => g.Count() == 1 ? g.First() : g.First() with { Objects = [.. g.SelectMany(f => f.Objects).Distinct()], Evidence = [.. g.SelectMany(f => f.Evidence).Distinct()] }));
    }

    // 64 hosts with one mistake are one cause: up to three are told one by one, more as one with a list.
    private static IEnumerable<Finding> Alike(IEnumerable<Finding> findings)
    {
        foreach (var group in findings.GroupBy(f => (f.RuleId, f.Case, f.Status, Like: f.Like.Length > 0 ? f.Like : $"\0{f.Path}\0{f.Message}")))
        {
            var all = group.ToList();
            if (all.Count < Many)
            {
                foreach (var one in all)
                    yield return one;
                continue;
            }
            var first = all[0];
            var hosts = all.SelectMany(f => f.Objects).Where(o => o.Kind == "host").Select(o => o.Name).Distinct().ToList();
            yield return first with
            {
                Message = $"{first.Message.TrimEnd('.')}; the same {all.Count - 1} times more{(hosts.Count > 1 ? $", on {Rule.List(hosts)}" : "")}.",
                Objects = [.. all.SelectMany(f => f.Objects).Distinct()],
                Evidence = [.. all.SelectMany(f => f.Evidence.Count > 0 ? f.Evidence : [f.Message]).Distinct().Take(60)],
                Fixes = [.. first.Fixes.Select((fix, i) => Together(fix, [.. all.Select(f => i < f.Fixes.Count ? f.Fixes[i] : null)]))],
            };
        }
    }

    // One click for all where each is one click; the words of work orders one after the other; a choice is made for one at a time.
    private static Fix Together(Fix first, List<Fix?> all) => first.Kind switch
    {
        FixKind.OneClick when all.TrueForAll(f => f is { Kind: FixKind.OneClick, DesignEdits: null or { Count: 0 } }) =>
            new Fix($"{first.Title}, and {all.Count - 1} more like it", CatalogueEdits: [.. all.SelectMany(f => f!.CatalogueEdits!).Distinct()]),
        FixKind.Manual => first with { Manual = string.Join("\n\n", all.Select(f => f?.Manual).OfType<string>().Distinct().Take(20)) },
        _ => first,
    };
}
