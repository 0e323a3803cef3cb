using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>What a person typed about an interface; VLANs as text, right or wrong.</summary>
public sealed class InterfaceDraft
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required uint Version { get; init; }
    public int? Mtu { get; set; }
    public int? SpeedMbps { get; set; }
    public bool Enabled { get; set; } = true;
    public string? Purpose { get; set; }
    public string? Description { get; set; }
    public Guid? BondId { get; set; }
    public Guid? BridgeId { get; set; }
    public BondMode? BondMode { get; set; }
    public SwitchPortMode? Mode { get; set; }
    public int? UntaggedVlan { get; set; }
    public string? TaggedVlans { get; set; }

    public static InterfaceDraft Of(Interface port) => new()
    {
        Id = port.Id, Name = port.Name, Version = port.Version, Mtu = port.Mtu, SpeedMbps = port.SpeedMbps, Enabled = port.Enabled, Purpose = port.Purpose, Description = port.Description,
        BondId = port.BondId, BridgeId = port.BridgeId, BondMode = port.BondMode, Mode = port.Mode, UntaggedVlan = port.UntaggedVlan, TaggedVlans = Typed(port.TaggedVlans),
    };

    /// <summary>What is wrong with the VLANs as typed, or null.</summary>
    public string? VlanProblem => VlanSet.TryParse(TaggedVlans, out var set, out var problem)
        ? Mode == SwitchPortMode.Trunk && UntaggedVlan is { } native && set.Contains(native) ? $"VLAN {native} is native and tagged at once: take it out of one of them." : null
        : problem;

    /// <summary>Everything that is wrong with one field alone.</summary>
    public IEnumerable<string> Problems()
    {
        if (Mtu is < 68 or > 65535)
            yield return $"MTU {Mtu} leaves 68–65535.";
        if (SpeedMbps is < 1 or > 1_600_000)
            yield return $"Speed {SpeedMbps} leaves 1–1600000 Mbit/s.";
        if (UntaggedVlan is < 1 or > 4094)
            yield return $"VLAN {UntaggedVlan} leaves 1–4094.";
        if (VlanProblem is { } problem)
            yield return problem;
        if (Purpose is { Length: > 100 })
            yield return $"The purpose has {Purpose.Length} characters; 100 fit.";
        if (Description is { Length: > 255 })
            yield return $"The description has {Description.Length} characters; 255 fit.";
    }

    /// <summary>Both values of each field that differs: what is there now, and what was typed.</summary>
    public string Differences(Interface now)
    {
        var there = Of(now);
        var fields = new (string Name, string? Now, string? Typed)[]
        {
            ("MTU", $"{there.Mtu}", $"{Mtu}"), ("speed", $"{there.SpeedMbps}", $"{SpeedMbps}"), ("enabled", $"{there.Enabled}", $"{Enabled}"), ("purpose", there.Purpose, Purpose),
            ("description", there.Description, Description), ("mode", $"{there.Mode}", $"{Mode}"), ("native VLAN", $"{there.UntaggedVlan}", $"{UntaggedVlan}"),
            ("tagged VLANs", there.TaggedVlans, TaggedVlans), ("bond mode", $"{there.BondMode}", $"{BondMode}"), ("bond", $"{there.BondId}", $"{BondId}"), ("bridge", $"{there.BridgeId}", $"{BridgeId}"),
        };
        var differing = fields.Where(f => (f.Now ?? "") != (f.Typed ?? "")).Select(f => $"{f.Name} is now {Words(f.Now)}, you typed {Words(f.Typed)}").ToList();
        return differing.Count == 0 ? "the values are the same as yours." : string.Join("; ", differing) + ".";
    }

    private static string Typed(VlanSet? set) => set is null ? "" : string.Join(',', set.Ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}"));

    private static string Words(string? value) => string.IsNullOrEmpty(value) ? "empty" : $"“{value}”";
}
