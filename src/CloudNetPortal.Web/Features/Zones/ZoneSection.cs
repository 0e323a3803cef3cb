using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>A part of the zone workspace with an address of its own.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Title">On the tab.</param>
internal sealed record ZoneSection(string Key, string Title)
{
    public static IReadOnlyList<ZoneSection> All { get; } =
    [
        new("basics", "Basics"), new("networks", "Networks"), new("labels", "Labels"), new("pods", "Pods"), new("ranges", "Addresses"), new("compute", "Hosts"),
        new("storage", "Storage"), new("providers", "Providers"), new("findings", "Findings"), new("failures", "Failures"), new("summary", "Summary"), new("plan", "Plan"), new("history", "History"),
    ];

    public static ZoneSection Find(string? key) => All.FirstOrDefault(s => s.Key == key) ?? All[0];

    /// <summary>The section in which a finding is mended.</summary>
    public static string Of(Finding finding)
    {
        var parts = finding.Path.Split('/');
        return parts[0] switch
        {
            "physicalNetworks" when parts.Contains("labels") => "labels",
            "physicalNetworks" when parts.Contains("providers") => "providers",
            "physicalNetworks" => "networks",
            "pods" when parts.Contains("primaryStorages") => "storage",
            "pods" when parts.Contains("clusters") => "compute",
            "pods" when parts.Contains("guestRanges") => "ranges",
            "pods" => "pods",
            "publicRanges" or "guestNetworks" or "routing" => "ranges",
            "primaryStorages" or "secondaryStorages" or "stagingStores" => "storage",
            "devices" or "cables" => "labels",
            "vmwareDatacenter" => "compute",
            _ => "basics",
        };
    }
}
