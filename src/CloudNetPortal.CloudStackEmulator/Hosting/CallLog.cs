namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>The calls received, without secrets, so that a test can say "no duplicate, no orphan".</summary>
internal sealed class CallLog
{
    private const int Kept = 10_000;
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { "apikey", "signature", "sessionkey", "password", "secretkey", "vsmpassword" };
    private readonly Lock gate = new();
    private readonly LinkedList<ReceivedCall> calls = [];
    private long last;

    public ReceivedCall Begin(string method, IReadOnlyDictionary<string, string> sent, DateTimeOffset now)
    {
        var parameters = sent
            .Where(p => p.Key is not ("command" or "response") && !p.Key.Equals("apikey", StringComparison.OrdinalIgnoreCase) && !p.Key.Equals("signature", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(p => p.Key, p => Secret.Contains(p.Key) ? "***" : p.Value, StringComparer.Ordinal);
        lock (gate)
        {
            var call = new ReceivedCall(++last, now, method, sent.GetValueOrDefault("command") ?? "", parameters);
            calls.AddLast(call);
            if (calls.Count > Kept)
                calls.RemoveFirst();
            return call;
        }
    }

    public IReadOnlyList<ReceivedCall> All()
    {
        lock (gate)
            return [.. calls];
    }

    public void Clear()
    {
        lock (gate)
            calls.Clear();
    }
}

/// <summary>A call, and what became of it: the HTTP status (0 = the connection was broken) and the fault that struck it.</summary>
internal sealed record ReceivedCall(long Number, DateTimeOffset Time, string Method, string Command, IReadOnlyDictionary<string, string> Parameters)
{
    public int Status { get; set; }
    public string? Text { get; set; }
    public string? Fault { get; set; }
}
