using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>
/// What show commands tell of the VLANs of switch ports, each a part of it: which VLANs a port is in, whether it is a trunk, what it allows. Put together when all
/// files were read; what a configuration said counts more.
/// </summary>
internal sealed class SwitchPortsSeen
{
    private readonly Dictionary<(string Device, string Port), Seen> _ports = [];

    /// <summary>A VLAN a port is in; <paramref name="isTagged"/> is null where the command does not tell.</summary>
    public void Member(InventoryReading reading, string port, int vlan, bool? isTagged, int? line)
    {
        if (vlan is < 1 or > 4094)
            return;
        var seen = Of(reading, port, line);
        (isTagged switch { true => seen.Tagged, false => seen.Untagged, null => seen.In }).Add(vlan);
    }

    /// <summary>How a port treats tags, with its access or native VLAN and what its trunk allows, as far as told.</summary>
    public void Mode(InventoryReading reading, string port, SwitchPortMode mode, int? own, VlanSet? allowed, int? line)
    {
        var seen = Of(reading, port, line);
        seen.Mode ??= mode;
        seen.Own ??= own is >= 1 and <= 4094 ? own : null;
        seen.Allowed ??= allowed;
    }

    /// <summary>Writes down what nothing better told.</summary>
    public void Conclude(InventoryDraft draft, ProblemLog log)
    {
        foreach (var ((device, port), seen) in _ports)
        {
            var record = draft.Add(RecordKey.Interface(device, port), seen.Source);
            // A configuration, a list of people or a bridge that filters says all of it.
            if (record.Values.TryGetValue("mode", out var known) && known.Source.Weight >= SourceWeight.Documented)
                continue;
            var mode = seen.Mode ?? (seen.Tagged.Count > 0 || seen.In.Count > 1 ? SwitchPortMode.Trunk : seen.In.Count + seen.Untagged.Count > 0 ? SwitchPortMode.Access : null);
            if (mode is not { } said)
                continue;
            Say(record, "mode", said.ToString());
            var own = seen.Own ?? (seen.Untagged.Count == 1 ? seen.Untagged.First() : said == SwitchPortMode.Access && seen.In.Count == 1 ? seen.In.First() : seen.In.Contains(1) ? 1 : null);
            Say(record, "untaggedVlan", own?.ToString(CultureInfo.InvariantCulture));
            if (said != SwitchPortMode.Trunk)
                continue;
            // Members are what passes, the list is what may pass; a list alone is narrowed by the VLANs of the switch.
            var tagged = seen.Tagged.Count + seen.In.Count > 0 ? VlanSet.Of(seen.Tagged.Concat(seen.In).Distinct().Select(v => new VlanRange(v, v))) : seen.Allowed;
            if (tagged is not null)
                Say(record, "taggedVlans", (own is { } native ? tagged.Except(VlanSet.Of(native)) : tagged) is { IsEmpty: false } rest ? rest.ToString() : "none");

            void Say(DraftRecord to, string field, string? text) => draft.Say(to.Key, field, text, seen.Source, log, field);
        }
    }

    private Seen Of(InventoryReading reading, string port, int? line) =>
        _ports.TryGetValue((reading.Device, port), out var seen) ? seen : _ports[(reading.Device, port)] = new Seen(reading.Source(line));

    private sealed class Seen(DraftSource source)
    {
        public DraftSource Source { get; } = source;
        public SwitchPortMode? Mode { get; set; }
        public int? Own { get; set; }
        public VlanSet? Allowed { get; set; }
        public SortedSet<int> Tagged { get; } = [];
        public SortedSet<int> Untagged { get; } = [];
        public SortedSet<int> In { get; } = [];
    }
}
