using System.Collections.Concurrent;

namespace CloudNetPortal.Web.Shared;

/// <summary>
/// Tells open pages that something moved; they read again what they show. It carries no data, so nobody sees through it what they may not read.
/// <c>using var line = updates.On(Topic.Zone(id), () => InvokeAsync(…));</c>
/// </summary>
internal sealed class LiveUpdates(ILogger<LiveUpdates> log)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Func<Task>>> _listeners = new();

    /// <summary>Told of every topic that moved here, so that other portals hear of it.</summary>
    public Action<string>? Outward { get; set; }

    /// <summary>Calls back after each <see cref="Tell"/> of the topic, until disposed.</summary>
    public IDisposable On(string topic, Func<Task> moved)
    {
        var id = Guid.NewGuid();
        _listeners.GetOrAdd(topic, _ => new())[id] = moved;
        return new Line(() =>
        {
            if (_listeners.TryGetValue(topic, out var listeners))
                listeners.TryRemove(id, out _);
        });
    }

    /// <summary>Says that something under these topics moved. Returns at once.</summary>
    public void Tell(params ReadOnlySpan<string> topics)
    {
        foreach (var topic in topics)
        {
            Hear(topic);
            Outward?.Invoke(topic);
        }
    }

    /// <summary>Something under this topic moved, here or in another portal.</summary>
    public void Hear(string topic)
    {
        if (!_listeners.TryGetValue(topic, out var listeners))
            return;
        foreach (var moved in listeners.Values)
            _ = Task.Run(() => Call(moved));
    }

    private async Task Call(Func<Task> moved)
    {
        try
        {
            await moved();
        }
        catch (ObjectDisposedException)
        {
            // The page was closed in this very moment.
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            log.LogError(defect, "A page could not take an update.");
        }
    }

    private sealed class Line(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>What pages can listen to.</summary>
internal static class Topic
{
    /// <summary>Anything in the list of zones, or which cloud they go to.</summary>
    public const string Zones = "zones";

    /// <summary>Anything in the list of changes.</summary>
    public const string Changes = "changes";

    /// <summary>Anything in the list of pushes.</summary>
    public const string Pushes = "pushes";

    public const string Clouds = "clouds";

    /// <summary>Anything in how zones differ from their clouds.</summary>
    public const string Drift = "drift";

    public const string Catalogue = "catalogue";

    /// <summary>The draft of a zone, its target or its revisions.</summary>
    public static string Zone(Guid id) => $"zone/{id}";

    public static string Change(Guid id) => $"change/{id}";

    /// <summary>A push: its state or one of its steps.</summary>
    public static string Push(Guid id) => $"push/{id}";
}
