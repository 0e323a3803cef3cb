using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Push.Running;

/// <summary>What the steps of a run share.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Memory">The journal and what follows from it.</param>
/// <param name="Client">The cloud.</param>
/// <param name="Commands">What the keys may use.</param>
/// <param name="OpenSecret">Opens a secret just before its call.</param>
/// <param name="Patience">How long to wait for what.</param>
/// <param name="Observer">Watches.</param>
/// <param name="Time">The clock.</param>
/// <param name="ReadWaits">Waits of a step's reads.</param>
/// <param name="WriteWaits">Waits of a step's writes.</param>
internal sealed record RunScene(
    Plan Plan, RunMemory Memory, CloudStackClient Client, IReadOnlySet<string> Commands, Func<string, CancellationToken, Task<string>> OpenSecret,
    PushPatience Patience, IPushObserver Observer, TimeProvider Time, Func<Waits> ReadWaits, Func<Waits> WriteWaits)
{
    public SharedReads Reads { get; } = new(Client, Time);

    public JobTimes Jobs { get; } = new();

    public IReadOnlyDictionary<string, PlanStep> Steps { get; } = Plan.Steps.ToDictionary(s => s.Key);
}
