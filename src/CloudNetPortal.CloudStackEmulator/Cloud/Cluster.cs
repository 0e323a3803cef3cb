namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class Cluster : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string PodId { get; set; } = "";
    public string Name { get; set; } = "";
    public string Hypervisor { get; set; } = "";
    public string ClusterType { get; set; } = "CloudManaged";
    public bool Enabled { get; set; } = true;
    public string ManagedState { get; set; } = "Managed";
    public SortedDictionary<string, string> Settings { get; set; } = new(StringComparer.Ordinal);
    public string Architecture { get; set; } = "x86_64";

    public override string ToString() => $"Cluster {{id: \"{Number}\", name: \"{Name}\", uuid: \"{Id}\"}}";
}
