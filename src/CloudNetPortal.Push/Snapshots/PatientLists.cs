using System.Text.Json;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;

namespace CloudNetPortal.Push.Snapshots;

/// <summary>
/// List calls, at most four at a time, repeated a few times when a server in trouble does not answer. A 401 after a first good answer is trouble as well,
/// unless a command is simply not allowed.
/// </summary>
internal sealed class PatientLists(CloudStackClient client, TimeProvider time, CancellationToken cancel) : IDisposable
{
    private static readonly HashSet<string> MayBeAbsent = ["listVmwareDcs", "listOvsElements", "listIpv4SubnetsForZone", "listGuestNetworkIpv6Prefixes", "listBgpPeers", "listASNRanges"];
    private const int Tries = 5, AtATime = 4, EventsAPage = 200;

    private readonly SemaphoreSlim _slots = new(AtATime);
    private readonly Lock _lock = new();
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);
    private HashSet<string>? _commands;
    private int _calls;

    public int Calls => _calls;

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_lock) return [.. _notes];
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>First contact: a 401 here means the keys.</summary>
    public async Task LearnCommandsAsync()
    {
        try
        {
            _commands = (await RowsAsync("listApis", [])).Select(a => a.Required("name")).ToHashSet(StringComparer.Ordinal);
        }
        catch (CallFailedException e) when (e.Failure.Kind == FailureKind.Unauthorised)
        {
            throw new SnapshotException($"CloudStack refuses these keys, or they may not use listApis: {e.Failure.Text}", e);
        }
        catch (CallFailedException e)
        {
            throw new SnapshotException($"{client.Endpoint.Address.GetLeftPart(UriPartial.Path)} could not be read: {e.Failure.Text}", e);
        }
    }

    /// <summary>A list without which nothing else makes sense.</summary>
    public async Task<IReadOnlyList<JsonElement>> NeededAsync(string command, params (string Name, string? Value)[] filters)
    {
        if (!MayUse(command)) throw new SnapshotException($"These keys may not use {command}. Give their role the list commands of zones.");
        try
        {
            return [.. (await RowsAsync(command, filters)).Select(r => r.Json)];
        }
        catch (CallFailedException e) when (e.Failure.Kind == FailureKind.Gone)
        {
            return [];
        }
        catch (CallFailedException e)
        {
            throw new SnapshotException($"{command}: {e.Failure}", e);
        }
    }

    /// <summary>A list, or null with a note when these keys may not use the command or CloudStack refuses it.</summary>
    public async Task<IReadOnlyList<JsonElement>?> ReadAsync(string command, params (string Name, string? Value)[] filters)
    {
        if (!MayUse(command))
        {
            // Absent on servers without the plug-in or before a version; nothing is missing then.
            if (!MayBeAbsent.Contains(command)) Note($"{command} is not allowed to these keys, or absent on this server; what it lists is not known.");
            return null;
        }
        try
        {
            return [.. (await RowsAsync(command, filters)).Select(r => r.Json)];
        }
        catch (CallFailedException e) when (e.Failure.Kind is FailureKind.Refused or FailureKind.Gone)
        {
            Note($"{command} was refused, and what it lists is not known: {e.Failure.Text}");
            return null;
        }
        catch (CallFailedException e)
        {
            throw new SnapshotException($"{command}: {e.Failure}", e);
        }
    }

    /// <summary>The first rows of a long list; none when it may not be read.</summary>
    public async Task<IReadOnlyList<JsonElement>> FirstAsync(string command, int atMost, params (string Name, string? Value)[] filters)
    {
        List<JsonElement> rows = [];
        if (!MayUse(command)) return rows;
        for (var page = 1; rows.Count < atMost; page++)
        {
            var answer = await client.CallAsync(ApiCall.Of(command, [.. filters, ("page", $"{page}"), ("pagesize", $"{EventsAPage}")]), cancel);
            // Events only explain: without them drift is still found.
            if (answer.Failure is not null || answer.Objects.Count == 0) return rows;
            rows.AddRange(answer.Objects);
            if (rows.Count >= (answer.Count ?? 0)) return rows;
        }
        return rows;
    }

    private bool MayUse(string command) => _commands is null || _commands.Contains(command);

    private async Task<IReadOnlyList<ListedRow>> RowsAsync(string command, (string Name, string? Value)[] filters)
    {
        await _slots.WaitAsync(cancel);
        try
        {
            for (var attempt = 1; ; attempt++)
                try
                {
                    return await Listing.AllAsync(client, command, filters, () => Interlocked.Increment(ref _calls), cancel);
                }
                catch (CallFailedException e) when (attempt < Tries && MayPass(e.Failure))
                {
                    await Task.Delay(e.Failure.RetryAfter ?? TimeSpan.FromSeconds(0.25 * Math.Pow(3, attempt)), time, cancel);
                }
        }
        finally
        {
            _slots.Release();
        }
    }

    private bool MayPass(CallFailure failure) =>
        failure.Kind is FailureKind.Unavailable or FailureKind.Unclear || (failure.Kind is FailureKind.Unauthorised or FailureKind.Malformed && _commands is not null);

    private void Note(string text)
    {
        lock (_lock) _notes.Add(text);
    }
}
