using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Hosts;
using CloudNetPortal.Import.Sources.NetBox;

namespace CloudNetPortal.Import.Sources.Switches.Cabling;

/// <summary>Links of a SONiC test bed that carry no frames of a zone: power, consoles, controllers of the switches, traffic generators.</summary>
public sealed class SonicOtherLinks : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "sonic-lab-other-links";
    /// <inheritdoc/>
    public override string Title => "SONiC lab links of power, consoles and testers (CSV)";
    /// <inheritdoc/>
    protected override string Reason => "Only cables between network ports are catalogued.";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => CsvTable.Header(file.Text) is ["startdevice", "startport", "enddevice", "endport", "endfeed" or "baudrate", ..]
        or ["startdevice", "startport", "enddevice", "console_type", ..] or ["startdevice", "startport", "bmcip", ..] or ["frontpanel", "channel", ..] ? 0.9 : 0;
}
