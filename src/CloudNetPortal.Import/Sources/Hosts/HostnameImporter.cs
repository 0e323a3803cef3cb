using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>hostnamectl</c>: name and operating system of a host.</summary>
public sealed class HostnameImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "hostnamectl";
    /// <inheritdoc/>
    public override string Title => "hostnamectl";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Value(file, "Static hostname") is not null || Value(file, "Operating System") is not null && Value(file, "Kernel") is not null ? 0.9 : 0;

    /// <inheritdoc/>
    public override string? DeviceIn(ImportFile file) => Value(file, "Static hostname") is { } name && name is not ("n/a" or "(unset)" or "localhost" or "localhost.localdomain") ? name : null;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        reading.Rows = reading.Ok = reading.File.Text.Split('\n').Count(l => l.Trim().Length > 0);
        // Kept until it is known whether the device is a host of virtual machines: only those have it in the catalogue.
        if (Value(reading.File, "Operating System") is { } system)
            reading.Draft.OperatingSystems[reading.Device] = (system, reading.Source());
        else
            reading.Unused = "It does not say the operating system.";
    }

    private static string? Value(ImportFile file, string key)
    {
        foreach (var line in file.Text.Split('\n'))
            if (line.TrimStart().StartsWith(key + ":", StringComparison.Ordinal))
                return line[(line.IndexOf(':') + 1)..].Trim() is { Length: > 0 } value ? value : null;
        return null;
    }
}
