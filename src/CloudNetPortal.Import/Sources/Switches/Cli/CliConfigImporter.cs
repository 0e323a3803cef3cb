using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>The running configuration of a switch whose lines are blocks by indentation. The words are the same on all systems, the defaults are not: those stand in the kinds.</summary>
public abstract partial class CliConfigImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override string? DeviceIn(ImportFile file) => Hostname().Match(file.Text) is { Success: true } match ? match.Groups["name"].Value.Trim('"') : null;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Interface().IsMatch(file.Text) && Own(file.Text) is var sure and > 0 ? sure : 0;

    /// <summary>The system, as it is kept of the device.</summary>
    private protected abstract string Platform { get; }

    /// <summary>How sure it is that this system wrote a text that has interface blocks: 0 to 1.</summary>
    private protected abstract double Own(string text);

    /// <summary>Name of the LAG of a number.</summary>
    private protected abstract string LagName(int number);

    /// <summary>Makes the port of the words: the defaults of the system.</summary>
    private protected abstract void Settle(CliPort words, CliConfig config);

    /// <summary>A line below an interface that only this system knows; false when it does not.</summary>
    private protected virtual bool ReadOwn(CliPort words, CliLine line, CliConfig config) => false;

    /// <summary>A block at the top that only this system knows; false when it does not.</summary>
    private protected virtual bool ReadOwn(CliLine line, CliConfig config) => false;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var config = new CliConfig(reading, Platform);
        foreach (var line in CliLine.Parse(reading.File.Text))
        {
            reading.Rows += line.Count;
            if (line.Is("interface"))
                ReadInterface(line, config);
            else if (line.Is("vlan") || line.Is("no", "vlan"))
                CliVlans.Read(line, config);
            else if (line.Is("hostname") || line.Is("switchname"))
                config.Take(line);
            else if (ReadOwn(line, config))
                continue;
            else if (KnownWords.IsTop(line))
                config.Pass(line);
            else
                config.Refuse(line);
        }
        foreach (var lag in config.Words.Values.ToList().Where(w => w.Channel is not null).GroupBy(w => LagName(w.Channel!.Value), StringComparer.OrdinalIgnoreCase))
            Join(lag.Key, [.. lag], config);
        if (config.Facts.Vlans is null && config.Words.Count > 0)
            reading.Log.Note("VLANs of the switch not listed", "The configuration names no VLAN; trunks are taken as they stand, without asking which VLANs exist.", "Upload show vlan as well.");
        foreach (var words in config.Words.Values)
            Settle(words, config);
        config.Facts.Say(reading);
    }

    private void ReadInterface(CliLine block, CliConfig config)
    {
        config.Taken(1);
        var names = InterfaceNames.Range(block.After(block.Is("interface", "range") ? 2 : 1));
        var ports = names.Where(n => !n.StartsWith("Null", StringComparison.OrdinalIgnoreCase)).Select(n => config.Of(n, block.Number)).ToList();
        foreach (var line in block.Children)
        {
            var read = CliWords.Understood.Read;
            foreach (var words in ports)
                if (!ReadOwn(words, line, config))
                    read = CliWords.Read(words, line, config);
            switch (read)
            {
                case CliWords.Understood.Read:
                    config.Take(line);
                    break;
                case CliWords.Understood.Known:
                    config.Pass(line);
                    break;
                default:
                    config.Refuse(line);
                    break;
            }
        }
    }

    // A LAG is there as soon as a port names it, with or without a block of its own.
    private static void Join(string name, List<CliPort> members, CliConfig config)
    {
        var lag = config.Of(name, members[0].Port.Line);
        var modes = members.Select(m => m.ChannelMode == "on" ? BondMode.Static : BondMode.Lacp).Distinct().ToList();
        if (modes.Count > 1)
            config.Reading.Log.Warning("Members disagree", $"Members of {name} are set up with LACP and without; the first one counts.", "Give all members of a LAG the same mode on the switch.", members[^1].Port.Line, null, name);
        lag.Port.LagMode = modes[0];
        lag.Port.LacpFast = modes[0] == BondMode.Lacp && members.Any(m => m.LacpFast == true) ? true : null;
        foreach (var member in members)
            member.Port.Lag = lag.Port.Name;
    }

    /// <summary>Trunk or access of a port that forwards frames, from its words; VLAN 1 is what all these systems take where nothing is said.</summary>
    private protected static void Switched(CliPort words, VlanSet? allowed)
    {
        var port = words.Port;
        switch (words.Mode)
        {
            case "trunk":
                port.Mode = SwitchPortMode.Trunk;
                port.NativeVlan = words.TagsNative ? null : words.Native ?? 1;
                port.Allowed = allowed;
                break;
            case null or "access" or "dynamic":
                port.Mode = SwitchPortMode.Access;
                port.AccessVlan = words.Access ?? 1;
                break;
        }
    }

    [GeneratedRegex(@"^(hostname|switchname)\s+(?<name>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Hostname();

    [GeneratedRegex(@"^interface \S+", RegexOptions.Multiline)]
    private static partial Regex Interface();
}
