using System.Globalization;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Which server this cloud plays: its version and the plug-ins it was built with.</summary>
internal sealed class CloudProfile
{
    private const string PlayedByDefault = "4.23.0.0-SNAPSHOT";

    /// <summary>As the server tells it, <c>4.23.0.0-SNAPSHOT</c>.</summary>
    public string Version { get; init; } = PlayedByDefault;

    /// <summary>The plug-ins for proprietary hypervisors, in small letters; <c>vmware</c> is the only one there is.</summary>
    public IReadOnlySet<string> Plugins { get; init; } = new HashSet<string>();

    public bool HasVmware => Plugins.Contains("vmware");

    /// <summary>True when the command answers with a job on this version: registering keys does so since 4.23.</summary>
    public bool IsAsync(Contract.CommandContract contract) => contract.IsAsync && (contract.Name != "registerUserKeys" || IsAtLeast(4, 23));

    /// <summary>True when this server has the command: it came with this version or an older one, and its plug-in is there.</summary>
    public bool Offers(Contract.CommandContract contract) => Knows(contract.FirstSeen) && (HasVmware || !contract.Name.EndsWith("VmwareDc", StringComparison.Ordinal) && !contract.Name.EndsWith("VmwareDcs", StringComparison.Ordinal));

    /// <summary>True when this server is of that version or a newer one.</summary>
    public bool IsAtLeast(int major, int minor) => Number(Version) is var (mine, sub) && (mine > major || (mine == major && sub >= minor));

    /// <summary>True when a command that came with that version is there.</summary>
    public bool Knows(string? firstSeen) => firstSeen is null || Number(firstSeen) is var (major, minor) && IsAtLeast(major, minor);

    private static (int Major, int Minor) Number(string version)
    {
        var parts = version.Split('.', '-');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
