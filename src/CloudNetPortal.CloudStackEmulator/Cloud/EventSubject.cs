namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>What an event says about the object it is about: the kind as the server calls it, its name, and whether its id is told.</summary>
internal static class EventSubject
{
    public static (string? Kind, string? Name, bool Named) Of(CloudObject? about) => about switch
    {
        null => (null, null, false),
        Zone zone => ("Zone", zone.Name, true),
        Pod pod => ("Pod", pod.Name, true),
        Cluster cluster => ("Cluster", cluster.Name, true),
        Host host => ("Host", host.Name, true),
        PhysicalNetwork network => ("PhysicalNetwork", network.Name, true),
        TrafficType => ("TrafficType", null, true),
        Provider => ("PhysicalNetworkServiceProvider", null, false),
        IpRange => ("Vlan", null, false),
        VlanDedication => ("DedicatedGuestVlanRange", null, false),
        StorageRange => ("StorageNetworkIpRange", null, false),
        GuestNetwork network => ("Network", network.Name, true),
        StoragePool pool => ("StoragePool", pool.Name, true),
        ImageStore store => ("ImageStore", store.Name, true),
        KnownObject known => ("NetworkOffering", known.Text("name"), true),
        _ => (about.GetType().Name, null, true),
    };
}
