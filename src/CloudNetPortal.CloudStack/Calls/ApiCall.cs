using System.Text;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>One API call before it is signed. Its text form shows the parameters with every secret replaced.</summary>
/// <param name="Command">The command as CloudStack spells it, such as <c>createZone</c>.</param>
public sealed record ApiCall(string Command)
{
    /// <summary>The parameters of the command; names in any case, sent in lower case.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How long to wait for the answer. Unset: one minute for reads, ten for everything else (addHost waits for the agent).</summary>
    public TimeSpan? TimeOut { get; init; }

    /// <summary>
    /// How long the signature holds by the server's clock; unset: ten minutes. A call that lies about longer, in a process that was stopped or on a line that hung,
    /// is refused instead of taking effect after somebody else went on.
    /// </summary>
    public TimeSpan? Life { get; init; }

    /// <summary>A client-made job id for an asynchronous command: a means to find the job after a lost answer, never a protection against a second effect.</summary>
    public Guid? CustomJobId { get; init; }

    /// <summary>A call with these parameters; absent values are left out.</summary>
    public static ApiCall Of(string command, params (string Name, string? Value)[] parameters) =>
        new(command) { Parameters = parameters.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value!) };

    /// <summary>True for commands that change nothing: get, list, query, find.</summary>
    public bool IsRead =>
        Command.StartsWith("list", StringComparison.Ordinal) || Command.StartsWith("query", StringComparison.Ordinal)
        || Command.StartsWith("get", StringComparison.Ordinal) || Command.StartsWith("find", StringComparison.Ordinal);

    internal TimeSpan Limit => TimeOut ?? (IsRead ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(10));

    /// <summary>Command and parameters with secrets replaced, fit for logs.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Command);
        foreach (var (name, value) in Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append(' ').Append(name).Append('=').Append(Secrets.Hide(name, value, Parameters));
        return text.ToString();
    }
}
