namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class Hypervisors
{
    private static readonly string[] Known = ["KVM", "XenServer", "VMware", "Hyperv", "BareMetal", "Ovm", "Ovm3", "LXC", "Simulator", "External", "Custom", "Any", "Parralels", "VirtualBox"];

    /// <summary>CS-1004.</summary>
    public static readonly IReadOnlySet<string> KnowSecurityGroups = new HashSet<string>(StringComparer.Ordinal) { "KVM", "XenServer", "LXC", "Simulator" };

    /// <summary>The server's own spelling; an unknown name stays as it is.</summary>
    public static string Canonical(string name) => Array.Find(Known, k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
}
