using CloudNetPortal.Domain.Zones.TrafficTypes;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Order, letter and names of traffic types on drawings.</summary>
internal static class TrafficWords
{
    public static int Order(string traffic) => TrafficKind.All.ToList().FindIndex(k => k.Key.Equals(traffic, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at : 99;

    public static IReadOnlyList<string> Sorted(IEnumerable<string> traffic) => [.. traffic.Distinct().OrderBy(Order)];

    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };
}
