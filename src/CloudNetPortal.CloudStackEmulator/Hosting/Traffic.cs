namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>How many calls of each command are being answered at this moment.</summary>
internal sealed class Traffic
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <summary>Counts the call in and gives how many of its kind there are with it.</summary>
    public int Enter(string command)
    {
        lock (gate)
            return calls[command] = calls.GetValueOrDefault(command) + 1;
    }

    public void Leave(string command)
    {
        lock (gate)
            calls[command]--;
    }

    public int Now(string command)
    {
        lock (gate)
            return calls.GetValueOrDefault(command);
    }
}
