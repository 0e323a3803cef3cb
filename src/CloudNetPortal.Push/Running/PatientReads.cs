using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;

namespace CloudNetPortal.Push.Running;

/// <summary>Reads that outlast a server in trouble: they change nothing and can be repeated as often as needed.</summary>
internal sealed class PatientReads(CloudStackClient client, SharedReads shared, Waits waits, TimeProvider time)
{
    /// <summary>Reads afresh.</summary>
    public Task<IReadOnlyList<ListedRow>> ListAsync(string step, string command, IReadOnlyList<(string Name, string Value)> filters) => ListAsync(step, command, filters, time.GetTimestamp());

    /// <summary>Reads, or takes what was read for somebody else at <paramref name="notBefore"/> or later.</summary>
    public async Task<IReadOnlyList<ListedRow>> ListAsync(string step, string command, IReadOnlyList<(string Name, string Value)> filters, long notBefore)
    {
        while (true)
        {
            try
            {
                var rows = await shared.ListAsync(command, filters, notBefore);
                waits.Answered();
                return rows;
            }
            catch (CallFailedException e) when (e.Failure.Kind is not (FailureKind.Refused or FailureKind.Gone))
            {
                await waits.TroubleAsync(step, e.Failure);
            }
        }
    }

    /// <summary>First contact: which commands the keys may use. A 401 here means the keys, nothing else.</summary>
    public async Task<IReadOnlySet<string>> LearnCommandsAsync()
    {
        while (true)
        {
            try
            {
                var commands = (await ListedApi.ListAsync(client)).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
                waits.Answered();
                return commands;
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
            var look = await client.LookAtJobAsync(jobId);
            if (look.Failure is null or { InJob: true }) return true;
            if (look.Failure.Kind is FailureKind.Gone or FailureKind.Refused) return false;
            await waits.TroubleAsync(step, look.Failure);
        }
    }
}
