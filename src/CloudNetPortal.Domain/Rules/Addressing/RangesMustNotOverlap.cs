using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4005.</summary>
internal sealed class RangesMustNotOverlap : Rule
{
    public override string Id => "CNP4005";
    public override string Title => "Ranges must not overlap";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a pair the server refuses"),
        new("b", Error, Error, Meaning: "a pair it takes: storage with public or guest, storage with storage or management of another pod"),
    ];
    public override string Team => "network";
    public override string Why => "Each range is a pool of its own: an address in two of them is handed out twice. The server refuses some pairs and takes others, such as two storage ranges of different pods.";
    public override string Rejected => "Public range 10.0.1.100–150 and management range 10.0.1.140–180.";
    public override string Accepted => "Public range 10.0.1.100–139.";
    public override string Cure => "Cut one of the two (one click each). Portable addresses belong to the region and are no part of a zone design: the server compares them at the push.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses | Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestVlans;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Sorted by start, only neighbours that still run can overlap: no comparison of all with all.
        var running = new List<AddressClaim>();
        foreach (var claim in facts.Addresses.Where(a => a.Range is not null).OrderBy(a => a.Range!.Value.Start))
        {
            running.RemoveAll(r => r.Range!.Value.End < claim.Range!.Value.Start);
            foreach (var other in running.Where(o => !GatewaysMustNotBeInsideARange.OnOtherWires(o, claim)))
            {
                var shared = claim.Range!.Value.Intersect(other.Range!.Value)!.Value;
                var rest = claim.Range.Value with { Start = shared.End.Plus(1) };
                var restOfOther = other.Range.Value with { End = shared.Start.Plus(-1) };
                yield return Found($"{claim.Path}/startIp", $"The {other.Title} and the {claim.Title} share {shared}.", IsRefused(other, claim) ? "a" : "b") with
                {
                    Objects = [other.Reference, claim.Reference],
                    Subjects = other is { Kind: "management", Pod: { } one } && claim is { Kind: "management", Pod: { } two } && one != two ? [PodSubnetsMustNotOverlap.Pair(one, two)] : [],
                    Evidence = [$"{other.Range}", $"{claim.Range}", $"shared: {shared}"],
                    Fixes = [.. new[] { (claim, rest), (other, restOfOther) }.Where(c => c.Item2.Start <= c.Item2.End && c.Item2.Count < uint.MaxValue).Select(c => new Fix($"Cut the {c.Item1.Kind} range to {c.Item2}", RangeEdits.Cut(c.Item1, c.Item2)))],
                };
            }
            running.Add(claim);
        }
    }

    // Nothing compares a storage range with public or guest ones, and with management or storage only inside its pod.
    private static bool IsRefused(AddressClaim a, AddressClaim b) => (a.Kind != "storage" && b.Kind != "storage") || (a.Kind is "storage" or "management" && b.Kind is "storage" or "management" && a.Pod == b.Pod);
}
