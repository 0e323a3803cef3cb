using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>
/// Management ranges of a pod that is there. They have no ids; a range that overlaps a designed one is that one, grown or shrunk. None can be deleted on
/// CloudStack 4.23.
/// </summary>
internal sealed class ManagementRanges(Pod pod, JsonElement row)
{
    private readonly List<PlanStep> _steps = [];
    private readonly List<PlanProblem> _problems = [];
    private readonly List<PlanLeftAlone> _leftAlone = [];

    public (IEnumerable<PlanStep> Steps, IEnumerable<PlanProblem> Problems, IEnumerable<PlanLeftAlone> LeftAlone) Compare()
    {
        var there = Read(row);
        var open = new List<ManagementRange>();
        foreach (var range in pod.ManagementRanges)
        {
            var at = Ipv4Range.TryParse(range.StartIp, range.EndIp, out var addresses) ? there.FindIndex(t => t.Addresses == addresses) : -1;
            if (at < 0)
            {
                open.Add(range);
                continue;
            }
            Keep(range, there[at]);
            there.RemoveAt(at);
        }
        foreach (var range in open)
        {
            var at = Ipv4Range.TryParse(range.StartIp, range.EndIp, out var addresses) ? there.FindIndex(t => t.Addresses.Overlaps(addresses)) : -1;
            if (at < 0)
            {
                _steps.Add(PodsSection.Management(pod, range));
                continue;
            }
            Resize(range, addresses, there[at]);
            there.RemoveAt(at);
        }
        foreach (var left in there)
            _leftAlone.Add(new PlanLeftAlone("management range", $"{left.Addresses} of {pod.Name}", null, "CloudStack 4.23 fails to delete a management range; it goes with its pod."));
        return (_steps, _problems, _leftAlone);
    }

    private void Keep(ManagementRange range, There there)
    {
        var step = PodsSection.Management(pod, range);
        if (there.ForSystemVms != range.ForSystemVms)
            _problems.Add(new PlanProblem(step.Key, step.Title, $"It is {(there.ForSystemVms ? "" : "not ")}kept for system VMs on the cloud, and CloudStack 4.23 cannot change that.",
                "Take the value of the cloud into the design, or design another range.", step.DesignPath));
        _steps.Add(StepRewrites.Keep(step, null));
    }

    private void Resize(ManagementRange range, Ipv4Range wanted, There there)
    {
        var step = PodsSection.Management(pod, range);
        var former = there.Addresses;
        // One call that both adds and drops addresses only adds them: grow first, then shrink.
        var both = new Ipv4Range(former.Start < wanted.Start ? former.Start : wanted.Start, former.End > wanted.End ? former.End : wanted.End);
        if (both != former && both != wanted)
        {
            var grow = Update(step, former, both) with { Key = $"{step.Key}/grow", Title = $"{step.Title}, first with both", ReadBack = null };
            _steps.Add(grow);
            _steps.Add(Update(step, both, wanted) with { After = [.. step.After, grow.Key], Former = Former(former) });
        }
        else
            _steps.Add(Update(step, former, wanted));
    }

    private static PlanStep Update(PlanStep step, Ipv4Range from, Ipv4Range to) => step with
    {
        Action = PlanAction.Change, Command = "updatePodManagementNetworkIpRange", IsAsync = true, Lookup = null, Former = Former(from),
        Arguments =
        [
            step.Arguments.First(a => a.Name == "podid"), PlanArgument.Of("currentstartip", $"{from.Start}"), PlanArgument.Of("currentendip", $"{from.End}"),
            PlanArgument.Of("newstartip", $"{to.Start}"), PlanArgument.Of("newendip", $"{to.End}"),
        ],
        Reversibility = Reversibility.Yes, UndoNote = "updatePodManagementNetworkIpRange with the former ends, while the addresses are free.",
        Disturbs = "Refused when an address in use would leave the range.", Why = $"Is {from} on the cloud.",
    };

    private static IReadOnlyList<PlanFormerValue> Former(Ipv4Range range) => [new("startip", $"{range.Start}"), new("endip", $"{range.End}")];

    private static List<There> Read(JsonElement row)
    {
        List<There> ranges = [];
        if (row.TryGetProperty("ipranges", out var objects) && objects.ValueKind == JsonValueKind.Array)
            foreach (var range in objects.EnumerateArray())
                Add(FieldPath.Text(range, "startip"), FieldPath.Text(range, "endip"), FieldPath.Text(range, "forsystemvms"));
        else
        {
            var (starts, ends, kept) = (FieldPath.Values(row, "startip"), FieldPath.Values(row, "endip"), FieldPath.Values(row, "forsystemvms"));
            for (var i = 0; i < starts.Count; i++)
                Add(starts[i], ends.ElementAtOrDefault(i), kept.ElementAtOrDefault(i));
        }
        return ranges;

        void Add(string? start, string? end, string? forSystemVms)
        {
            if (Ipv4Range.TryParse(start, end, out var addresses))
                ranges.Add(new There(addresses, forSystemVms is "1" or "true"));
        }
    }

    private sealed record There(Ipv4Range Addresses, bool ForSystemVms);
}
