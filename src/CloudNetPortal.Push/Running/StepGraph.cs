using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Push.Running;

/// <summary>
/// Which steps may begin. A step waits for those it needs, and in a lane for the one before it in plan order; among those that may begin, the one with the longest
/// way behind it (by the longest times of its steps) goes first, so that the whole takes no longer than its longest way.
/// </summary>
internal sealed class StepGraph
{
    private readonly IReadOnlyList<PlanStep> _steps;
    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<string, string[]> _needs;
    private readonly ILookup<string, string> _neededBy;
    private readonly Dictionary<string, int> _open;
    private readonly Dictionary<string, Queue<string>> _lanes;
    private readonly Dictionary<string, int> _way = [];
    private readonly HashSet<string> _settled = [];
    private readonly PriorityQueue<PlanStep, (int, int)> _ready = new();

    /// <exception cref="InvalidOperationException">A step is there twice, or comes before one that it needs.</exception>
    public StepGraph(Plan plan)
    {
        _steps = plan.Steps;
        _index = [];
        foreach (var step in plan.Steps)
        {
            if (NeedsOf(step).FirstOrDefault(n => !_index.ContainsKey(n)) is { } late)
                throw new InvalidOperationException($"Step “{step.Key}” needs “{late}”, which does not come before it.");
            if (!_index.TryAdd(step.Key, _index.Count)) throw new InvalidOperationException($"Step “{step.Key}” is twice in the plan.");
        }
        _needs = _steps.ToDictionary(s => s.Key, s => NeedsOf(s).ToArray());
        _neededBy = _steps.SelectMany(s => _needs[s.Key].Select(n => (Need: n, s.Key))).ToLookup(x => x.Need, x => x.Key);
        _open = _steps.ToDictionary(s => s.Key, s => _needs[s.Key].Length);
        _lanes = _steps.Where(s => LaneOf(s) is not null).GroupBy(s => LaneOf(s)!).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(s => s.Key)));
        var nextInLane = _lanes.Values.SelectMany(lane => lane.Zip(lane.Skip(1))).ToDictionary(p => p.First, p => p.Second);
        foreach (var step in _steps.Reverse())
            _way[step.Key] = Math.Max(1, step.LongestSeconds) + _neededBy[step.Key].Append(nextInLane.GetValueOrDefault(step.Key)).OfType<string>().Select(k => _way[k]).DefaultIfEmpty(0).Max();
        foreach (var step in _steps) Offer(step.Key);
    }

    /// <summary>The next step that may begin; the queue is not empty when true.</summary>
    public bool TryTake(out PlanStep step) => _ready.TryDequeue(out step!, out _);

    /// <summary>Puts a step back that could not begin now.</summary>
    public void PutBack(PlanStep step) => _ready.Enqueue(step, (-_way[step.Key], _index[step.Key]));

    public IReadOnlyList<string> Needs(PlanStep step) => _needs[step.Key];

    /// <summary>A step has come to its end, whichever: those that waited for it may begin.</summary>
    public void Settle(PlanStep step)
    {
        if (!_settled.Add(step.Key)) return;
        foreach (var user in _neededBy[step.Key])
        {
            _open[user]--;
            Offer(user);
        }
        if (LaneOf(step) is not { } name) return;
        var lane = _lanes[name];
        // A step that was settled out of turn, such as one done in an earlier run, is passed over.
        while (lane.TryPeek(out var head) && _settled.Contains(head)) lane.Dequeue();
        if (lane.TryPeek(out var next)) Offer(next);
    }

    private void Offer(string key)
    {
        var step = _steps[_index[key]];
        if (_open[key] > 0 || _settled.Contains(key) || (LaneOf(step) is { } lane && (!_lanes[lane].TryPeek(out var head) || head != key))) return;
        PutBack(step);
    }

    // Objects that cannot be told from each other, such as simulated hosts of one cluster, go one at a time: of two lost calls nobody could say which one landed.
    private static string? LaneOf(PlanStep step) =>
        step.Lane ?? (step.Lookup is { Unclaimed: true } lookup ? $"{lookup.Command} {string.Join(' ', lookup.Arguments)} {string.Join(' ', lookup.Match)}" : null);

    private static IEnumerable<string> NeedsOf(PlanStep step) =>
        step.After.Concat(PlanOrder.References(step).Select(a => a.Step).OfType<string>()).Where(k => k != step.Key).Distinct();
}
