using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Faults;
using CloudNetPortal.CloudStackEmulator.Hosting;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Jobs;

/// <summary>Does the accepted jobs, each on its own, one at a time on the cloud.</summary>
internal sealed class JobRunner(CloudState cloud, StateStore store, TimeProvider time)
{
    /// <summary>Writes the job's row; the caller holds the gate.</summary>
    public static Job Accept(AsyncCommand command, Call call, string? customId)
    {
        if (customId is not null)
        {
            if (!Guid.TryParse(customId, out _))
                throw Refusal.Value($"UUID: {customId} doesn't follow the UUID format");
            // The rows of an asynccreate command exist by now: the id finds a lost job, it does not prevent a second effect.
            if (call.Cloud.Jobs.Find(customId) is not null)
                throw Refusal.Command(530, "Entity already exists ");
        }
        var job = new Job
        {
            Command = command.Name,
            Class = call.Contract.Class ?? command.Name,
            InstanceType = command.InstanceType,
            InstanceId = command.Instance(call)?.Id,
        };
        if (customId is not null)
            job.Id = customId.ToLowerInvariant();
        call.Cloud.RunningJobs.Add(job);
        return call.Cloud.Jobs.Add(job, call.Now);
    }

    public void Start(AsyncCommand command, Call call, Job job, FaultRule? fault)
    {
        if (fault?.Kind != FaultKind.JobHangs)
            _ = RunAsync(command, call, job, fault);
    }

    /// <summary>What a restart leaves of a running job: failed, 530, and no result at all.</summary>
    public static void Lose(Job job, DateTimeOffset now)
    {
        job.Status = 2;
        job.ResultCode = 530;
        job.Result = null;
        job.Completed = now;
    }

    private async Task RunAsync(AsyncCommand command, Call call, Job job, FaultRule? fault)
    {
        var wait = call.Pace.Job + Latencies.OfJob(command.Name, call.Pace.Latency, Running(command.Name));
        await Task.Delay(fault?.Kind == FaultKind.Delay ? wait + TimeSpan.FromMilliseconds(fault.Milliseconds) : wait, time).ConfigureAwait(false);
        lock (cloud.Gate)
        {
            if (job.Status != 0) // lost in a restart meanwhile
                return;
            call.Now = time.GetUtcNow();
            if (fault?.Kind == FaultKind.JobLost)
                Lose(job, call.Now);
            else
                Work(command, call, job, fault);
            cloud.RunningJobs.Remove(job);
            store.Save(cloud);
        }
    }

    private int Running(string command)
    {
        lock (cloud.Gate)
            return cloud.RunningJobs.Count(j => j.Command == command);
    }

    private void Work(AsyncCommand command, Call call, Job job, FaultRule? fault)
    {
        job.Completed = call.Now;
        try
        {
            if (fault?.Kind == FaultKind.JobFails)
                throw Refusal.Command(fault.Code, fault.Text);
            (cloud.ActingUser, cloud.ActingJob) = (call.User, job.Id);
            job.Result = command.Run(call);
            job.Status = 1;
        }
        catch (Refusal refusal)
        {
            Fail(job, refusal.JobCode, refusal.Text);
        }
#pragma warning disable CA1031 // The real server, too, turns every exception of a job into its result.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"{job.Command}: {bug}");
            Fail(job, 530, bug.Message);
        }
    }

    private static void Fail(Job job, int code, string? text)
    {
        job.Status = 2;
        job.ResultCode = code;
        job.Result = Json.Of(("errorcode", code), ("errortext", text));
    }
}
