using System.Collections.Concurrent;

namespace CloudNetPortal.Push.Running;

/// <summary>How long the jobs of a command take in this run, so that the first look at the next one comes when it is about to end.</summary>
internal sealed class JobTimes
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(8);
    private readonly ConcurrentDictionary<string, TimeSpan> _firstLooks = new();

    public TimeSpan FirstLook(string command, TimeSpan otherwise) => _firstLooks.GetValueOrDefault(command, otherwise);

    /// <param name="command">The command.</param>
    /// <param name="first">When the first look came.</param>
    /// <param name="ended">When a look found the job ended.</param>
    /// <param name="longest">The longest pause before a first look.</param>
    public void Took(string command, TimeSpan first, TimeSpan ended, TimeSpan longest)
    {
        // Ended at the first look: it may have ended long before. Else it ended between two looks.
        var next = ended <= first ? first / 2 : ended * 0.8;
        _firstLooks[command] = next < Shortest ? Shortest : next > longest ? longest : next;
    }
}
