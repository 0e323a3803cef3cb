using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>How a step is carried out. Every turn is in the journal before the next one is made, and every end is an outcome in the journal.</summary>
internal abstract class StepAct(StepTurn turn)
{
    protected StepTurn Turn => turn;

    protected PlanStep Step => turn.Step;

    protected StepMemory Memory => turn.Memory;

    public static StepAct For(StepTurn turn) => turn.Step.Action switch
    {
        PlanAction.Keep => new KeepAct(turn),
        PlanAction.Wait => new WaitAct(turn),
        PlanAction.Remove => new RemoveAct(turn),
        _ => new MakeAct(turn),
    };

    public async Task<StepReport> RunAsync()
    {
        turn.Phase(StepPhase.Begun);
        try
        {
            return await ActAsync();
        }
        catch (UnknownFieldException e)
        {
            return await turn.RefuseAsync(null, null, e.Message);
        }
        catch (CallFailedException e)
        {
            // Only a refused read arrives here; patient reads outlast everything else.
            return await turn.RefuseAsync(e.Failure.Code, e.Failure.CsCode, $"{e.Command}: {e.Failure.Text}");
        }
    }

    protected abstract Task<StepReport> ActAsync();
}
