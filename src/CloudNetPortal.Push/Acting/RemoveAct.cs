using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Looking;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>Removes an object. It is found by its id; none found means that it is gone, whoever removed it.</summary>
internal sealed class RemoveAct(StepTurn turn) : CallAct(turn)
{
    private readonly ObjectLookup _lookup = new(turn.Reads, turn.Arguments);

    protected override Task<Seen> LookAsync() => SeeEffectAsync();

    internal override async Task<Seen> SeeEffectAsync()
    {
        if (Step.Lookup is not { } lookup) return Seen.Nothing;
        var rows = await FindAsync(lookup);
        if (rows.Count < 2) return new Seen(rows.Count == 0);
        return new Seen(false, End: await Turn.RefuseAsync(null, null, $"{rows.Count} objects match what is to be removed: none of them is touched."));
    }

    // Listing by the id of what is gone is refused for some kinds: that is the answer.
    private async Task<IReadOnlyList<ListedRow>> FindAsync(PlanLookup lookup)
    {
        try
        {
            return await _lookup.FindAsync(Step, lookup);
        }
        catch (CallFailedException e) when (e.Failure.Kind == FailureKind.Gone)
        {
            return [];
        }
    }

    protected override async Task<StepReport> ObserveAsync()
    {
        if (Step.Lookup is not { } lookup) return await Turn.ObservedAsync([]);
        var start = Turn.Time.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause *= 1.7)
        {
            var left = (await FindAsync(lookup)).Count;
            if (left == 0 || Turn.Time.GetElapsedTime(start) > Turn.Patience.Settling)
                return await Turn.ObservedAsync([new Proof(Step.Key, Step.Title, "", "nothing", left == 0 ? null : "the object", left == 0, Step.DesignPath)]);
            await Turn.Waits.PauseAsync(Step.Key, "What was removed is still listed", pause);
        }
    }
}
