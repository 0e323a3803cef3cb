using System.Collections.Concurrent;

namespace CloudNetPortal.Push.Running;

/// <summary>How long the jobs of a command have taken in this run, so that the first look at the next one comes when it is about to end.</summary>
internal sealed class JobTimes
{
    private readonly ConcurrentDictionary<string, TimeSpan> _shortest = new();

    public void Took(string command, TimeSpan time) => _shortest.AddOrUpdate(command, time, (_, known) => time < known ? time : known + ((time - known) / 4));

    public TimeSpan FirstLook(string command, TimeSpan otherwise, TimeSpan longest) =>
        !_shortest.TryGetValue(command, out var known) ? otherwise : known * 0.8 is var soon && soon < longest ? soon : longest;
}
