using CloudNetPortal.Import.Inventory.Fields;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>What all files of an import say together, by natural names: not yet compared with the catalogue, nothing stored.</summary>
public sealed class InventoryDraft
{
    private readonly Dictionary<RecordKey, DraftRecord> _records = [];
    private readonly Dictionary<string, List<DraftRecord>> _interfaces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The records, ordered by kind and name.</summary>
    public IEnumerable<DraftRecord> Records => _records.Values.OrderBy(r => r.Key);

    /// <summary>How many records there are.</summary>
    public int Count => _records.Count;

    /// <summary>Devices whose own interface list was among the files: what is not in it is not there.</summary>
    public HashSet<string> ObservedDevices { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of all devices met so far.</summary>
    internal HashSet<string> DeviceNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Kinds of which a whole list was among the files, so that something missing in it may be gone.</summary>
    public HashSet<RecordKind> ListedKinds { get; } = [];

    /// <summary>VLANs of bridge ports, kept until it is known whether the bridge filters VLANs at all.</summary>
    internal List<BridgePortVlans> BridgeVlans { get; } = [];

    /// <summary>VLANs of switch ports, as show commands tell them, kept until all files were read.</summary>
    internal SwitchPortsSeen SwitchPorts { get; } = new();

    /// <summary>Devices with bridges of Open vSwitch.</summary>
    internal HashSet<string> OpenVSwitches { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Operating systems of devices, of which only hosts keep one.</summary>
    internal Dictionary<string, (string Name, DraftSource Source)> OperatingSystems { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Devices that answered a show command of a switch.</summary>
    internal HashSet<string> Switches { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a bridge filters VLANs, where its device says so.</summary>
    internal Dictionary<(string Device, string Bridge), bool> Filtering { get; } = [];

    /// <summary>Ports that already have a cable, with the line that said so.</summary>
    internal Dictionary<string, int> CabledPorts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ports that cables and neighbours name.</summary>
    internal List<CableEndName> CableEnds { get; } = [];

    /// <summary>Devices by their outgoing interface of the default route.</summary>
    internal Dictionary<string, string> DefaultRoutes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The record of a key, or null.</summary>
    public DraftRecord? Find(RecordKey key) => _records.GetValueOrDefault(key);

    /// <summary>Records of a kind.</summary>
    public IEnumerable<DraftRecord> Of(RecordKind kind) => _records.Values.Where(r => r.Key.Kind == kind);

    /// <summary>The interfaces of a device, by name.</summary>
    public IEnumerable<DraftRecord> InterfacesOf(string device) =>
        _interfaces.TryGetValue(device, out var ports) ? ports.OrderBy(r => r.Key) : [];

    /// <summary>The record of a key, made when it is new.</summary>
    public DraftRecord Add(RecordKey key, DraftSource source)
    {
        if (!_records.TryGetValue(key, out var record))
        {
            _records[key] = record = new DraftRecord(key, source);
            if (key.Kind == RecordKind.Device)
                DeviceNames.Add(key.Name);
            if (key.Kind == RecordKind.Interface)
                (_interfaces.TryGetValue(key.Owner, out var ports) ? ports : _interfaces[key.Owner] = []).Add(record);
        }
        return record;
    }

    /// <summary>
    /// Writes down what a source says. A value that cannot be, and two sources of the same weight that disagree, go to the log; the weightier source wins.
    /// Returns false when the value cannot be.
    /// </summary>
    public bool Say(RecordKey key, string field, string? text, DraftSource source, ProblemLog log, string? column = null)
    {
        var record = Add(key, source);
        if (text is null)
            return true;
        var definition = CatalogueField.Of(key.Kind, field);
        var (canonical, problem) = definition.Normalize(text);
        if (problem is not null)
        {
            log.Error($"{definition.Title} not readable", problem, "Correct the value in the file.", source.Line, null, column ?? field, text);
            return false;
        }
        if (!record.Values.TryGetValue(field, out var known) || known.Source.Weight < source.Weight)
            record.Values[field] = new DraftValue(canonical, source);
        else if (known.Source.Weight == source.Weight && !definition.AreSame(known.Text, canonical) && definition.SourcesShouldAgree)
            log.Warning("Sources disagree", $"{key}: {definition.Title.ToLowerInvariant()} is “{canonical}” here and “{known.Text}” in {known.Source.File}{(known.Source.Line is { } line ? $" line {line}" : "")}; the first is kept.",
                "Leave out the file that is out of date, or correct it.", source.Line, null, column ?? field, text);
        return true;
    }
}

/// <summary>VLANs of one bridge port, as <c>bridge vlan</c> tells them.</summary>
internal sealed record BridgePortVlans(string Device, string Port, List<int> Tagged, int? Untagged, DraftSource Source);

/// <summary>A port as a cable names it.</summary>
internal sealed record CableEndName(string Device, string Port, Domain.Catalogue.Ports.InterfaceKind Kind, DraftSource Source);
