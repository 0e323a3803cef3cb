using System.Text;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>Zones with what they hold, as a nested list.</summary>
internal static class ZoneTree
{
    public static void Write(StringBuilder html, CloudState cloud)
    {
        html.Append("<h2>Zones</h2>");
        var zones = cloud.Zones.Present.ToList();
        if (zones.Count == 0)
            html.Append("<p class=\"soft\">No zone yet.</p>");
        foreach (var zone in zones)
        {
            var kind = zone.Edge ? "Edge" : zone.Basic ? "Basic" : zone.SecurityGroups ? "Advanced with security groups" : "Advanced";
            html.Append("<details open><summary><strong>").Append(Text(zone.Name)).Append($"</strong> · {kind} · {(zone.Enabled ? "Enabled" : "Disabled")}</summary><ul>");
            foreach (var network in cloud.NetworksOf(zone))
                Network(html, cloud, network);
            foreach (var range in cloud.IpRanges.Present.Where(r => r.ZoneId == zone.Id))
                html.Append("<li>").Append(range.ForVirtualNetwork ? "Public range " : "Guest range ").Append(Text($"{range.Start ?? range.Ip6Cidr}–{range.End ?? range.Ip6End}, {range.Vlan}")).Append("</li>");
            foreach (var network in cloud.Networks.Present.Where(n => n.ZoneId == zone.Id))
                html.Append("<li>Guest network ").Append(Text($"{network.Name}, VLAN {network.Vlan ?? "picked later"}")).Append("</li>");
            foreach (var pod in cloud.Pods.Present.Where(p => p.ZoneId == zone.Id))
                Pod(html, cloud, pod);
            foreach (var pool in cloud.Pools.Present.Where(p => p.ZoneId == zone.Id && p.ClusterId is null))
                html.Append("<li>Zone-wide storage ").Append(Text($"{pool.Name}, {pool.Address}{pool.Path}, {pool.State}")).Append("</li>");
            foreach (var store in cloud.ImageStores.Present.Where(s => s.ZoneId == zone.Id))
                html.Append("<li>Image store ").Append(Text($"{store.Name}, {store.Url}")).Append("</li>");
            foreach (var vm in cloud.SystemVms.Present.Where(v => v.ZoneId == zone.Id))
                html.Append("<li>System VM ").Append(Text($"{vm.Name}, {vm.State}")).Append("</li>");
            html.Append("</ul></details>");
        }
    }

    private static void Network(StringBuilder html, CloudState cloud, PhysicalNetwork network)
    {
        html.Append("<li>Physical network ").Append(Text($"{network.Name}{(network.Tag is null ? "" : $" (tag {network.Tag})")}, {network.Isolation ?? "VLAN"}, {(network.Enabled ? "Enabled" : "Disabled")}"));
        if (VlanSet.Write(network.Vlans) is { } vlans)
            html.Append(Text($", VLANs {vlans}"));
        html.Append("<ul>");
        foreach (var traffic in cloud.TrafficTypes.Present.Where(t => t.PhysicalNetworkId == network.Id))
        {
            string?[] labels = [Label("KVM", traffic.KvmLabel), Label("XenServer", traffic.XenLabel), Label("VMware", traffic.VmwareLabel), Label("Hyper-V", traffic.HypervLabel), Label("OVM3", traffic.Ovm3Label)];
            html.Append("<li>").Append(Text($"{traffic.Type}: {string.Join(", ", labels.Where(l => l is not null).DefaultIfEmpty("no labels"))}")).Append("</li>");
        }
        var providers = cloud.Providers.Present.Where(p => p.PhysicalNetworkId == network.Id && p.Enabled).Select(p => p.Name).DefaultIfEmpty("none");
        html.Append("<li class=\"soft\">Enabled providers: ").Append(Text(string.Join(", ", providers))).Append("</li></ul></li>");
    }

    private static void Pod(StringBuilder html, CloudState cloud, Pod pod)
    {
        html.Append("<li>Pod ").Append(Text(pod.Name)).Append(Text(pod.Cidr() is { } cidr ? $", {cidr}, gateway {pod.Gateway}" : "")).Append("<ul>");
        foreach (var range in pod.Ranges ?? [])
            html.Append("<li>Management range ").Append(Text($"{range.Start}–{range.End}, {range.Vlan}{(range.ForSystemVms ? ", for system VMs" : "")}")).Append("</li>");
        foreach (var range in cloud.StorageRanges.Present.Where(r => r.PodId == pod.Id))
            html.Append("<li>Storage range ").Append(Text($"{range.Start}–{range.End}{(range.Vlan is { } vlan ? $", VLAN {vlan}" : "")}")).Append("</li>");
        foreach (var cluster in cloud.Clusters.Present.Where(c => c.PodId == pod.Id))
        {
            html.Append("<li>Cluster ").Append(Text($"{cluster.Name}, {cluster.Hypervisor}")).Append("<ul>");
            foreach (var host in cloud.Hosts.Present.Where(h => h.ClusterId == cluster.Id))
                html.Append("<li>Host ").Append(Text($"{host.Name}, {host.Address}, {host.ResourceState}")).Append("</li>");
            foreach (var pool in cloud.Pools.Present.Where(p => p.ClusterId == cluster.Id))
                html.Append("<li>Storage ").Append(Text($"{pool.Name}, {pool.Address}{pool.Path}, {pool.State}")).Append("</li>");
            html.Append("</ul></li>");
        }
        html.Append("</ul></li>");
    }

    private static string? Label(string hypervisor, string? label) => label is null ? null : $"{hypervisor} {label}";

    private static string Text(string text) => StatePage.Text(text);
}
