using System.ComponentModel.DataAnnotations;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Store.Pushes;

/// <summary>One carrying-out of an approved plan. The row is the order; a worker holds the zone's lease and follows it.</summary>
public sealed class PushRun
{
    private const int LongestReason = 4000;

    private PushRun() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ChangeId { get; private set; }
    public Guid CloudId { get; private set; }
    public Guid ZoneId { get; private set; }

    /// <summary>Hash of the approved plan; a worker carries out nothing else.</summary>
    [MaxLength(64)]
    public string PlanHash { get; private set; } = "";

    /// <summary>What its plan is for.</summary>
    public PlanPurpose Purpose { get; private set; }

    /// <summary>The push whose effects it takes back; null unless its purpose is that.</summary>
    public Guid? TakesBack { get; private set; }

    public PushState State { get; private set; }
    public Guid StartedBy { get; private set; }

    [MaxLength(100)]
    public string StartedByName { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public bool PauseRequested { get; private set; }
    public bool CancelRequested { get; private set; }

    /// <summary>Fencing number of the worker that took it last; 0 before the first.</summary>
    public long Fence { get; private set; }

    /// <summary>Why it stands still, one sentence.</summary>
    [MaxLength(LongestReason)]
    public string? StopReason { get; private set; }

    /// <summary>Key of the step it stands at.</summary>
    [MaxLength(300)]
    public string? StoppedAtStep { get; private set; }

    /// <summary>An operator's answers where several objects could be the one meant: step and object id, null for a new object.</summary>
    public Dictionary<string, string?> Choices { get; private set; } = [];

    /// <summary>Steps that an operator decided not to do.</summary>
    public List<PushSkip> Skips { get; private set; } = [];

    /// <summary>What it waits for at this moment, one line each, as its worker last said; null when it does not wait.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>What was read back and compared, as JSON; null before the end.</summary>
    public string? ProofJson { get; private set; }

    /// <summary>How many fields of the proof differ; null before the end.</summary>
    public int? Differences { get; private set; }

    public uint Version { get; private set; }

    /// <summary>True while nothing ended it.</summary>
    public bool IsOpen => State is not (PushState.Done or PushState.Cancelled);

    /// <summary>Orders a push; the change has been moved to Pushing in the same transaction.</summary>
    public static PushRun Start(Guid changeId, Guid cloudId, Guid zoneId, string planHash, Guid by, string byName, DateTimeOffset at, PlanPurpose purpose = PlanPurpose.Build) =>
        new() { ChangeId = changeId, CloudId = cloudId, ZoneId = zoneId, PlanHash = planHash, StartedBy = by, StartedByName = byName, StartedAt = at, Purpose = purpose };

    /// <summary>Orders the taking back of what a push did, by a plan of its own.</summary>
    public static PushRun TakeBack(PushRun push, string planHash, Guid by, string byName, DateTimeOffset at) =>
        new() { ChangeId = push.ChangeId, CloudId = push.CloudId, ZoneId = push.ZoneId, PlanHash = planHash, StartedBy = by, StartedByName = byName, StartedAt = at, Purpose = PlanPurpose.RollBack, TakesBack = push.Id };

    /// <summary>A worker takes it under its fencing number. Refused under a number older than the last.</summary>
    public bool Take(long fence)
    {
        if (State is not (PushState.Waiting or PushState.Running) || fence < Fence)
            return false;
        (State, Fence) = (PushState.Running, fence);
        return true;
    }

    /// <summary>Asks the worker to stop after the calls that are under way. False when there is nothing to pause.</summary>
    public bool RequestPause()
    {
        if (State is not (PushState.Waiting or PushState.Running))
            return false;
        return PauseRequested = true;
    }

    /// <summary>Asks for an end. A push that stands still is ended at once.</summary>
    public bool RequestCancel(DateTimeOffset at)
    {
        if (!IsOpen)
            return false;
        CancelRequested = true;
        if (State is PushState.Paused or PushState.Stopped)
            Cancel(at);
        return true;
    }

    /// <summary>Lets a paused or stopped push go on.</summary>
    public bool Resume()
    {
        if (State is not (PushState.Paused or PushState.Stopped))
            return false;
        (State, PauseRequested, StopReason, StoppedAtStep) = (PushState.Waiting, false, null, null);
        return true;
    }

    /// <summary>An operator says which object a step means, and lets the push go on. False when it does not stand there.</summary>
    public bool Choose(string step, string? objectId)
    {
        if (State != PushState.Stopped || StoppedAtStep != step)
            return false;
        Choices = new(Choices) { [step] = objectId };
        return Resume();
    }

    /// <summary>An operator decides that a step is not done, and lets the push go on. False while it runs, or once it has ended.</summary>
    public bool Skip(PushSkip skip)
    {
        if (State is not (PushState.Paused or PushState.Stopped))
            return false;
        Skips = [.. Skips.Where(s => s.Step != skip.Step), skip];
        return Resume();
    }

    /// <summary>The worker stopped since the window has closed; it goes on by itself when the next one opens.</summary>
    public void WaitForWindow() => (State, PauseRequested) = (PushState.Waiting, false);

    /// <summary>The worker paused as asked.</summary>
    public void Pause() => (State, PauseRequested) = (PushState.Paused, false);

    /// <summary>The worker stopped at something a person must look at.</summary>
    public void Stop(string reason, string? step) =>
        (State, StopReason, StoppedAtStep, PauseRequested) = (PushState.Stopped, reason.Length > LongestReason ? reason[..LongestReason] : reason, step, false);

    /// <summary>Ends it before its end.</summary>
    public void Cancel(DateTimeOffset at) => (State, EndedAt) = (PushState.Cancelled, at);

    /// <summary>Ends it with its proof. With differences it stops instead: something is not as approved.</summary>
    public void Finish(string proofJson, int differences, DateTimeOffset at)
    {
        (ProofJson, Differences) = (proofJson, differences);
        if (differences > 0)
            Stop($"{differences} field{(differences == 1 ? "" : "s")} on the cloud differ from what was approved. See the proof.", null);
        else
            (State, EndedAt) = (PushState.Done, at);
    }
}
