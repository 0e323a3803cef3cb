using System.Text.RegularExpressions;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>The check when a host connects: every Guest, Management and Public label of every physical network of the zone must exist on it (CS-1115). Storage is not looked at.</summary>
internal static partial class HostLabelRules
{
    private static readonly (string Traffic, string Word)[] Checked = [("Guest", "Guest"), ("Management", "Private"), ("Public", "Public")];

    /// <summary>The server's text about the first label that the host lacks, or null.</summary>
    public static string? Problem(CloudState cloud, Host host)
    {
        if (FactsOf(cloud, host) is not { } facts || cloud.Zones.Find(host.ZoneId) is not { } zone)
            return null;
        foreach (var network in cloud.NetworksOf(zone))
        {
            foreach (var (traffic, word) in Checked)
            {
                var labels = cloud.TrafficTypes.Present.FirstOrDefault(t => t.PhysicalNetworkId == network.Id && t.Type == traffic);
                if (labels is not null && Detail(facts, host.Hypervisor, network, word, labels) is { } detail)
                    return $"Incorrect Network setup on agent, Reinitialize agent after network names are setup, details : {detail}";
            }
        }
        return null;
    }

    /// <summary>CS-1112: the three devices that the set-up of a KVM agent is given; the text when one is neither bridge nor device.</summary>
    public static string? SetupProblem(CloudState cloud, Zone zone, Host host)
    {
        if (host.Hypervisor != "KVM" || FactsOf(cloud, host) is not { } facts)
            return null;
        string? guest = Last(cloud, zone, "Guest"), own = Last(cloud, zone, "Management"), open = Last(cloud, zone, "Public");
        var (publicNic, privateNic) = (open ?? guest ?? own ?? "cloudbr0", own ?? open ?? guest ?? "cloudbr0");
        var guestNic = guest ?? open ?? privateNic;
        if (((string[])[publicNic, privateNic, guestNic]).All(n => facts.Bridges.Exists(b => b.Name == n) || (!facts.OpenVSwitch && facts.Devices.Contains(n))))
            return null;
        var parameters = $" -m localhost -z {zone.Number} -p {cloud.Pods.Find(host.PodId)?.Number} -c {cloud.Clusters.Find(host.ClusterId)?.Number} -g {host.Id} -a --pubNic={publicNic} --prvNic={privateNic} --guestNic={guestNic} --hypervisor=kvm";
        var text = $"CloudStack Agent setup through command [cloudstack-setup-agent ] with parameters [{parameters}] failed.";
        return $" can't setup agent, due to com.cloud.utils.exception.CloudRuntimeException: {text} - {text}";
    }

    private static string? Detail(HostFacts facts, string hypervisor, PhysicalNetwork network, string word, TrafficType labels) => hypervisor switch
    {
        "KVM" or "LXC" when labels.KvmLabel is { } label && !HasKvm(facts, label) => $"Can not find network: {label}",
        "XenServer" when labels.XenLabel is { } label && !facts.Networks.Contains(label) => $"For Physical Network id:{network.Number}, {word} Network is not configured on the backend by name {label}",
        "Ovm3" when labels.Ovm3Label is { } label && !facts.Networks.Contains(label) => $"{word} Physical Network id:{network.Number}, {word} Network is not configured on the backend by name {label}",
        _ => null,
    };

    /// <summary>A bridge with an uplink whose name the agent recognises, or a plain device; with Open vSwitch any bridge of that switch.</summary>
    private static bool HasKvm(HostFacts facts, string label) => facts.OpenVSwitch
        ? facts.Bridges.Exists(b => b.Name == label)
        : facts.Bridges.Exists(b => b.Name == label && b.Uplink is { } uplink && Recognised().IsMatch(uplink)) || facts.Devices.Contains(label);

    /// <summary>Of several networks the last one that has a label counts.</summary>
    private static string? Last(CloudState cloud, Zone zone, string traffic) => cloud.NetworksOf(zone)
        .Select(n => cloud.TrafficTypes.Present.FirstOrDefault(t => t.PhysicalNetworkId == n.Id && t.Type == traffic)?.KvmLabel).LastOrDefault(l => l is not null);

    private static HostFacts? FactsOf(CloudState cloud, Host host) =>
        cloud.HostFacts.Find(f => f.Address == host.Address || f.Address == host.Name || (Uri.TryCreate(host.Url, UriKind.Absolute, out var url) && f.Address == url.Host));

    [GeneratedRegex("^(eth|bond|vlan|vx|em|ens|eno|enp|team|enx|dummy|lo|p\\d+p\\d+|vni|enc)")]
    private static partial Regex Recognised();
}
