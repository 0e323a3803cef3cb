using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;

namespace CloudNetPortal.Push.Running;

/// <summary>Reads that outlast a server in trouble: they change nothing and can be repeated as often as needed.</summary>
internal sealed class PatientReads(CloudStackClient client, Waits waits)
{
    /// <summary>Commands the keys may use, from listApis; empty until <see cref="LearnCommandsAsync"/>.</summary>
    public IReadOnlySet<string> Commands { get; private set; } = new HashSet<string>();

    public async Task<IReadOnlyList<ListedRow>> ListAsync(string step, string command, IReadOnlyList<(string Name, string Value)> filters)
    {
        while (true)
        {
            try
            {
                var rows = await Listing.AllAsync(client, command, filters.Select(f => (f.Name, (string?)f.Value)));
                waits.Answered();
                return rows;
            }
            catch (CallFailedException e) when (e.Failure.Kind is not (FailureKind.Refused or FailureKind.Gone))
            {
                await waits.TroubleAsync(step, e.Failure);
            }
        }
    }

    /// <summary>First contact: a 401 here means the keys, nothing else.</summary>
    public async Task LearnCommandsAsync()
    {
        while (true)
        {
            try
            {
                Commands = (await ListedApi.ListAsync(client)).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
                waits.Answered();
                return;
            }
            catch (CallFailedException e) when (e.Failure.Kind is FailureKind.Unavailable or FailureKind.Unclear)
            {
                await waits.TroubleAsync("", e.Failure);
            }
            catch (CallFailedException e)
            {
                throw new RunStoppedException(PushOutcomeKind.NotAllowed, e.Failure.Kind == FailureKind.Unauthorised
                    ? $"CloudStack refuses these keys: {e.Failure.Text}" : $"CloudStack does not tell which commands these keys may use: {e.Failure}");
            }
        }
    }

    /// <summary>True when a job of this id exists, whatever its state.</summary>
    public async Task<bool> JobExistsAsync(string step, string jobId)
    {
        while (true)
        {
            var look = await client.CallAsync(ApiCall.Of("queryAsyncJobResult", ("jobid", jobId)));
            if (look.Failure is null) return true;
            if (look.Failure.Kind is FailureKind.Gone or FailureKind.Refused) return false;
            await waits.TroubleAsync(step, look.Failure);
        }
    }

    /// <summary>Follows a job through outages. What comes back is the job's own end.</summary>
    public async Task<CallAnswer> FollowAsync(string step, string jobId, JobPatience patience)
    {
        while (true)
        {
            var end = await client.FollowAsync(jobId, patience);
            if (end.Failure is not { InJob: false } failure || failure.Kind is FailureKind.Refused or FailureKind.Gone)
            {
                waits.Answered();
                return end;
            }
            await waits.TroubleAsync(step, failure);
        }
    }
}
