using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>The VLANs a configuration makes, and lists of VLANs as these systems write them.</summary>
internal static class CliVlans
{
    /// <summary>A block that begins with <c>vlan</c> or <c>no vlan</c>. VLAN 1 exists always; a VLAN that is suspended or shut down carries nothing.</summary>
    public static void Read(CliLine block, CliConfig config)
    {
        var isNo = block.Is("no");
        var list = block.After(isNo ? 2 : 1);
        if (block.Is("vlan", "dot1q", "tag", "native"))
        {
            config.TagsNative = true;
            config.Take(block);
            return;
        }
        if (list.Length == 0 || !char.IsAsciiDigit(list[0]))
        {
            // vlan internal order, vlan configuration, vlan accounting: how VLANs are kept, not which there are.
            config.Pass(block);
            return;
        }
        if (!TryList(list, out var vlans))
        {
            config.Reading.Log.Error("VLAN list not readable", "VLANs are ids and ranges from 1 to 4094, such as 10,20-29.", "Correct the list in the file.", block.Number, null, "vlan", block.Text);
            return;
        }
        config.Taken(1);
        var existing = config.Facts.Vlans ?? VlanSet.Of(1);
        var isDown = false;
        foreach (var line in block.Children)
            if (line.Is("trunk", "group"))
            {
                config.Groups[line.After(2)] = config.Groups.GetValueOrDefault(line.After(2), VlanSet.Empty).Union(vlans);
                config.Take(line);
            }
            else if (line.Is("state", "suspend") || line.Is("shutdown"))
            {
                isDown = true;
                config.Take(line);
            }
            else if (line.Is("state") || line.Is("no", "shutdown"))
                config.Take(line);
            else if (KnownWords.IsOfVlan(line))
                config.Pass(line);
            else
                config.Refuse(line);
        config.Facts.Vlans = isNo || isDown ? existing.Except(vlans) : existing.Union(vlans);
    }

    public static bool TryList(string text, out VlanSet vlans) => VlanSet.TryParse(text.Replace(" ", "", StringComparison.Ordinal), out vlans, out _) && !vlans.IsEmpty;

    public static int? Id(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094 ? id : null;
}
