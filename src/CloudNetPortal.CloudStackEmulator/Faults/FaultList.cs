using System.Globalization;

namespace CloudNetPortal.CloudStackEmulator.Faults;

/// <summary>The fault rules in force.</summary>
internal sealed class FaultList(Random dice)
{
    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];
    private int last;

    public FaultRule Add(FaultRule rule)
    {
        lock (gate)
        {
            rule = rule with { Id = (++last).ToString(CultureInfo.InvariantCulture), Seen = 0, Struck = 0 };
            rules.Add(rule);
            return rule;
        }
    }

    public IReadOnlyList<FaultRule> All()
    {
        lock (gate)
            return [.. rules];
    }

    public void Clear()
    {
        lock (gate)
            rules.Clear();
    }

    public bool Remove(string id)
    {
        lock (gate)
            return rules.RemoveAll(r => r.Id == id) > 0;
    }

    /// <summary>Counts the call for every rule it matches and gives the first that strikes.</summary>
    public FaultRule? Strike(string command)
    {
        lock (gate)
        {
            FaultRule? struck = null;
            for (var i = 0; i < rules.Count; i++)
            {
                var rule = rules[i];
                if (!rule.Matches(command))
                    continue;
                rule = rule with { Seen = rule.Seen + 1 };
                if (struck is null && (rule.Nth == 0 || rule.Seen == rule.Nth) && (rule.Times == 0 || rule.Struck < rule.Times) && (rule.Share >= 1 || dice.NextDouble() < rule.Share))
                {
                    rule = rule with { Struck = rule.Struck + 1 };
                    struck = rule;
                }
                rules[i] = rule;
            }
            return struck;
        }
    }
}
