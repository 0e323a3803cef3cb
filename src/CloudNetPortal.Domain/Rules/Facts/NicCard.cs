using System.Text.RegularExpressions;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>The card a NIC sits on, where its name says so: Linux names ports by slot or bus (ens1f0, enp65s0f1, p2p1) and those of the board eno1 or em1.</summary>
public static partial class NicCard
{
    /// <summary>“slot 1”, “bus 65”, “the board”; null when the name says nothing.</summary>
    public static string? Of(string nic) => Name().Match(nic) switch
    {
        { Success: false } => null,
        var m when m.Groups["board"].Success => "the board",
        var m when m.Groups["slot"].Success => $"slot {m.Groups["slot"].Value}",
        var m => $"bus {m.Groups["bus"].Value}",
    };

    [GeneratedRegex(@"^(?:(?<board>eno|em)\d+|ens(?<slot>\d+)f\d+|p(?<slot>\d+)p\d+|en(?<bus>(?:P\d+)?p\d+s\d+)(?:f\d+)?)(?:np\d+|d\d+)?$")]
    private static partial Regex Name();
}
