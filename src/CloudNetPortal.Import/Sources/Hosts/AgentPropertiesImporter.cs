using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>
/// <c>/etc/cloudstack/agent/agent.properties</c> of a KVM host: the devices CloudStack wrote there when the host was added, and whether it uses Open vSwitch.
/// Nothing else of the file is kept; it holds secrets.
/// </summary>
public sealed partial class AgentPropertiesImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "agent-properties";
    /// <inheritdoc/>
    public override string Title => "agent.properties of CloudStack";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Marks().IsMatch(file.Text) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var key = RecordKey.Device(reading.Device);
        var usesOvs = false;
        var number = 0;
        foreach (var line in reading.File.Text.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0 || line.TrimStart() is ['#' or '!', ..])
                continue;
            reading.Rows++;
            var cut = line.IndexOf('=');
            if (cut < 0)
            {
                // The line may hold a secret: it is named by its number alone.
                reading.Log.Warning("Line not understood", "The line is no “name=value” and was not taken over.", "Check that the file is complete and unaltered.", number);
                continue;
            }
            var value = line[(cut + 1)..].Trim();
            var ok = line[..cut].Trim() switch
            {
                "private.network.device" => Say("agentPrivateDevice"),
                "public.network.device" => Say("agentPublicDevice"),
                "guest.network.device" => Say("agentGuestDevice"),
                "network.bridge.type" => usesOvs = value.Equals("openvswitch", StringComparison.OrdinalIgnoreCase),
                "libvirt.vif.driver" => usesOvs |= value.Contains("OvsVifDriver", StringComparison.Ordinal),
                _ => true,
            };
            _ = ok;
            reading.Ok++;

            bool Say(string field) => reading.Draft.Say(key, field, value.Length == 0 ? null : value, reading.Source(number), reading.Log, field);
        }
        reading.Draft.Say(key, "role", DeviceRoles.Hypervisor, reading.Source() with { Weight = SourceWeight.Stamped }, reading.Log);
        reading.Draft.Say(key, "hypervisor", "KVM", reading.Source() with { Weight = SourceWeight.Stamped }, reading.Log);
        reading.Draft.Say(key, "openVSwitch", usesOvs ? "true" : "false", reading.Source(), reading.Log);
    }

    [GeneratedRegex(@"^\s*(guest|private|public)\.network\.device\s*=|^\s*(network\.bridge\.type|libvirt\.vif\.driver)\s*=|^resource\s*=\s*com\.cloud\.", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
