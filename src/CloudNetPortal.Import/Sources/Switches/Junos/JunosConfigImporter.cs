using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches.Junos;

/// <summary>
/// Juniper Junos, <c>show configuration</c> in braces or as <c>set</c> lines. Only a port of family ethernet-switching (or bridge) switches; a trunk carries the members it
/// names and no others, and takes untagged frames only with a native VLAN.
/// </summary>
public sealed partial class JunosConfigImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "junos-config";
    /// <inheritdoc/>
    public override string Title => "Juniper Junos configuration";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Set().Count(file.Text) > 1 || (Braces().IsMatch(file.Text) && file.Text.Contains(';', StringComparison.Ordinal)) ? 0.95 : 0;

    /// <inheritdoc/>
    public override string? DeviceIn(ImportFile file) => HostName().Match(file.Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var statements = JunosStatement.Parse(reading.File.Text);
        var config = new JunosConfig(reading);
        foreach (var statement in JunosConfig.Spread(statements))
        {
            var understood = config.Read(statement);
            reading.Rows++;
            if (understood == JunosConfig.Understood.No)
            {
                reading.NotUnderstood(statement.Line, statement.ToString());
                continue;
            }
            reading.Ok++;
            if (understood == JunosConfig.Understood.Known)
                reading.Ignored++;
        }
        config.Finish();
        config.Facts.Say(reading);
    }

    [GeneratedRegex(@"^set (system|interfaces|vlans|protocols|routing-options|version|chassis) ", RegexOptions.Multiline)]
    private static partial Regex Set();

    [GeneratedRegex(@"^(system|interfaces|vlans) \{\s*$", RegexOptions.Multiline)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\s*(set system )?host-name (?<name>[^\s;]+);?\s*$", RegexOptions.Multiline)]
    private static partial Regex HostName();
}
