using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Import.Marvin;

/// <summary>What designs alone say in Marvin's words: a tree, and which object of it belongs to which object of a design.</summary>
internal sealed class MarvinTree
{
    private readonly IReadOnlyDictionary<string, string> _secrets;
    private readonly Dictionary<JsonObject, Zones.LeftoverAnchor> _anchors = new(ReferenceEqualityComparer.Instance);
    private int _zone;

    public MarvinTree(IReadOnlyList<ZoneDesign> designs, IReadOnlyDictionary<string, string> secrets)
    {
        _secrets = secrets;
        if (designs.Count == 0)
            return;
        var zones = new JsonArray();
        foreach (var design in designs)
        {
            zones.Add(Zone(design));
            _zone++;
        }
        Root["zones"] = zones;
        _zone = 0;
        var settings = designs.SelectMany(d => d.GlobalSettings).ToList();
        if (settings.Count > 0)
            Root["globalConfig"] = List(settings, s => Object(s, ("name", s.Name), ("value", s.Value)));
    }

    /// <summary>The tree.</summary>
    public JsonObject Root { get; } = [];

    /// <summary>References of the designs for which there was no text.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>The object of a design that a node was made of, or null.</summary>
    public Zones.LeftoverAnchor? AnchorOf(JsonNode? node) => node is JsonObject o ? _anchors.GetValueOrDefault(o) : null;

    /// <summary>The node that was made of an object of a design, or null when the object is gone.</summary>
    public JsonObject? NodeOf(Zones.LeftoverAnchor anchor) => _anchors.FirstOrDefault(a => a.Value == anchor).Key;

    private JsonObject Zone(ZoneDesign design)
    {
        var isBasic = design.Kind == "Basic";
        var zone = Object(design,
            ("name", design.Name),
            ("networktype", isBasic ? "Basic" : "Advanced"),
            ("securitygroupenabled", isBasic || design.Kind == "AdvancedSecurityGroups" ? "true" : null),
            ("dns1", design.Dns1), ("dns2", design.Dns2), ("internaldns1", design.InternalDns1), ("internaldns2", design.InternalDns2),
            ("guestcidraddress", design.GuestCidr), ("domain", design.NetworkDomain),
            ("localstorageenabled", design.LocalStorageEnabled ? "true" : null),
            ("enabled", design.EnableZone ? null : "False"));
        var shared = design.GuestNetworks.FirstOrDefault();
        if (shared is not null && shared.Offering is not (MarvinRanges.SharedOffering or MarvinRanges.ElasticOffering))
            zone["networkofferingname"] = shared.Offering;
        Fill(zone, "physical_networks", design.PhysicalNetworks, Network);
        var ranges = design.PublicRanges.Select(r => Object(r, ("gateway", r.Gateway), ("netmask", r.Netmask), ("startip", r.StartIp), ("endip", r.EndIp), ("vlan", r.Vlan),
            ("account", r.DedicatedTo?.Account), ("domainid", r.DedicatedTo?.Domain))).ToList();
        if (design.Kind == "AdvancedSecurityGroups" && shared is not null)
            ranges.Add(Object(shared, ("gateway", shared.Gateway), ("netmask", shared.Netmask), ("startip", shared.StartIp), ("endip", shared.EndIp), ("vlan", shared.Vlan)));
        Fill(zone, "ipranges", ranges, r => r);
        Fill(zone, "pods", design.Pods, p => Pod(p, design));
        Fill(zone, "primaryStorages", design.PrimaryStorages, Primary);
        Fill(zone, "secondaryStorages", design.SecondaryStorages, Secondary);
        Fill(zone, "cacheStorages", design.StagingStores, Secondary);
        Fill(zone, "details", design.Details, d => Object(d, ("key", d.Key), ("value", d.Value ?? Secret(d.SecretRef))));
        return zone;
    }

    private JsonObject Network(PhysicalNetwork network)
    {
        var node = Object(network, ("name", network.Name), ("vlan", network.GuestVlans));
        if (network.IsolationMethods.Count > 0)
            node["isolationmethods"] = Texts(network.IsolationMethods);
        if (network.Tags.Count > 0)
            node["tags"] = Texts(network.Tags);
        node["traffictypes"] = List(network.TrafficTypes, t =>
        {
            var traffic = Object(t, ("typ", t.Type));
            foreach (var (key, hypervisor) in MarvinNetworks.Labels)
                if (t.LabelFor(hypervisor) is { } label)
                    traffic[key] = label;
            return traffic;
        });
        // Marvin reads this list unasked: it must be there even when it is empty.
        node["providers"] = List(network.Providers, p =>
        {
            var provider = Object(p, ("name", p.Name));
            Fill(provider, "devices", p.Devices, d =>
            {
                var device = Object(d, ("hostname", d.HostName), ("username", d.UserName), ("password", Secret(d.PasswordRef)), ("networkdevicetype", d.DeviceType));
                foreach (var (key, value) in d.Settings)
                    device[key] = value;
                return device;
            });
            return provider;
        });
        return node;
    }

    private JsonObject Pod(Pod pod, ZoneDesign design)
    {
        var node = Object(pod, ("name", pod.Name), ("gateway", pod.Gateway), ("netmask", pod.Netmask),
            ("startip", pod.ManagementRanges.FirstOrDefault()?.StartIp), ("endip", pod.ManagementRanges.FirstOrDefault()?.EndIp));
        Fill(node, "guestIpRanges", pod.GuestRanges, r => Object(r, ("gateway", r.Gateway), ("netmask", r.Netmask), ("startip", r.StartIp), ("endip", r.EndIp), ("vlan", r.Vlan)));
        if (design.VmwareDatacenter is { } dc && pod == (design.Pods.Find(p => p.Clusters.Exists(IsVmware)) ?? design.Pods[0]))
            node["vmwaredc"] = Object(dc, ("name", dc.Name), ("vcenter", dc.VCenter), ("username", dc.UserName), ("password", Secret(dc.PasswordRef)));
        Fill(node, "clusters", pod.Clusters, c =>
        {
            var cluster = Object(c, ("clustername", c.Name), ("hypervisor", c.Hypervisor), ("clustertype", c.ClusterType), ("url", c.Url), ("username", c.UserName), ("password", Secret(c.PasswordRef)));
            Fill(cluster, "hosts", c.Hosts, h => Object(h, ("url", h.Url), ("username", h.UserName), ("password", Secret(h.PasswordRef)),
                ("hosttags", h.Tags.Count == 0 ? null : string.Join(',', h.Tags)), ("hostmac", h.HostMac), ("cpunumber", h.CpuNumber), ("cpuspeed", h.CpuSpeed), ("memory", h.Memory)));
            Fill(cluster, "primaryStorages", c.PrimaryStorages, Primary);
            return cluster;
        });
        return node;
    }

    private JsonObject Primary(PrimaryStorage pool)
    {
        var node = Object(pool, ("name", pool.Name), ("url", pool.Url), ("scope", pool.Scope), ("hypervisor", pool.Hypervisor), ("provider", pool.Provider), ("tags", pool.Tags));
        FillDetails(node, pool.Details);
        return node;
    }

    private JsonObject Secondary(SecondaryStorage store)
    {
        var node = Object(store, ("name", store.Name), ("url", store.Url), ("provider", store.Provider));
        FillDetails(node, store.Details);
        return node;
    }

    private void FillDetails(JsonObject node, List<Detail> details)
    {
        if (details.Count == 0)
            return;
        var members = new JsonObject();
        foreach (var detail in details)
            if ((detail.Value ?? Secret(detail.SecretRef)) is { } value)
                members[detail.Key] = value;
        node["details"] = members;
    }

    private string? Secret(string? reference)
    {
        if (reference is null)
            return null;
        if (_secrets.TryGetValue(reference, out var plain))
            return plain;
        Missing.Add(reference);
        return null;
    }

    private JsonObject Object(DesignObject source, params (string Key, string? Value)[] members)
    {
        var node = new JsonObject();
        foreach (var (key, value) in members)
            if (value is { Length: > 0 })
                node[key] = value;
        _anchors[node] = new(_zone, source.Id);
        return node;
    }

    private static bool IsVmware(Cluster cluster) => Domain.Zones.Hypervisors.Hypervisor.Find(cluster.Hypervisor) is Domain.Zones.Hypervisors.Vmware;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> make) => new([.. items.Select(make)]);

    private static void Fill<T>(JsonObject node, string key, IReadOnlyCollection<T> items, Func<T, JsonObject> make)
    {
        if (items.Count > 0)
            node[key] = List(items, make);
    }
}
