using System.Runtime.CompilerServices;
using System.Text.Json;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// Judges one design again and again while it is edited. It keeps what each rule found last time and runs only the rules that read a part that changed
/// (<see cref="Rule.Reads"/>); the result equals that of <see cref="RuleBook.Judge"/>. Facts of a catalogue are computed once for all judges that look at the
/// same snapshot. One judge per design; safe to call from several threads, one at a time gets in.
/// </summary>
public sealed class IncrementalJudge
{
    private static readonly ConditionalWeakTable<CatalogueSnapshot, CatalogueFacts> Shared = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<Finding>> _found = [];
    private RuleInput? _last;
    private DesignParts? _parts;
    private List<DesignParts> _others = [];
    private string _cloud = "";

    /// <summary>Ids of the rules that ran at the last call, for the curious and for tests.</summary>
    public IReadOnlyList<string> LastRun { get; private set; } = [];

    /// <summary>
    /// Judges. Everything in the input is compared by value, except the catalogue: what is handed in is never changed afterwards, so the same object – a whole
    /// snapshot, a device, a cable – means the same content (<see cref="CatalogueChange"/>).
    /// </summary>
    public RuleResults Judge(RuleInput input)
    {
        lock (_gate)
        {
            var before = _last is { } last && Shared.TryGetValue(last.Catalogue, out var earlier) ? earlier : null;
            var changed = Compare(input);
            var facts = new RuleFacts(input, Shared.GetValue(input.Catalogue, snapshot => new CatalogueFacts(snapshot, before)));
            var run = RuleBook.Rules.Where(rule => (rule.Reads & changed) != 0 || !_found.ContainsKey(rule.Id)).ToList();
            // A rule that failed half-way must not leave an old answer behind.
            foreach (var rule in run)
                _found.Remove(rule.Id);
            foreach (var rule in run)
                _found[rule.Id] = [.. rule.Judge(facts)];
            LastRun = [.. run.Select(r => r.Id)];
            return RuleBook.Settle(RuleBook.Rules.Select(rule => (rule, _found[rule.Id])), input.Pack);
        }
    }

    private Reads Compare(RuleInput input)
    {
        var (parts, others, cloud) = (new DesignParts(input.Design), Others(input), JsonSerializer.Serialize(new { input.Cloud, input.LiveVlans }));
        var changed = Reads.Everything;
        if (_last is { } last && _parts is { } before)
        {
            changed = parts.Changed(before) | Reads.Clock;
            changed |= CatalogueChange.Between(last.Catalogue, input.Catalogue);
            if (last.Pack != input.Pack)
                changed |= Reads.Pack;
            if (cloud != _cloud || !ReferenceEquals(last.Live, input.Live))
                changed |= Reads.Cloud;
            if (others.Count != _others.Count || others.Where((other, i) => !ReferenceEquals(other, _others[i]) && other.Changed(_others[i]) != Reads.None).Any())
                changed |= Reads.OtherZones;
        }
        (_last, _parts, _others, _cloud) = (input, parts, others, cloud);
        return changed;
    }

    // Taken apart once while the same objects come in.
    private List<DesignParts> Others(RuleInput input) =>
        [.. input.OtherZones.Select((zone, i) => _last is not null && i < _last.OtherZones.Count && ReferenceEquals(_last.OtherZones[i], zone) ? _others[i] : new DesignParts(zone))];
}
