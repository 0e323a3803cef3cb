namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>What a call took on the real server, one worker, medians in milliseconds.</summary>
internal static class Latencies
{
    private static readonly Dictionary<string, int> Milliseconds = new(StringComparer.Ordinal)
    {
        ["createPod"] = 1100,
        ["addHost"] = 165,
        ["createStoragePool"] = 168,
        ["createVlanIpRange"] = 217,
        ["createStorageNetworkIpRange"] = 55,
        ["createZone"] = 60,
        ["createPhysicalNetwork"] = 90,
        ["addImageStore"] = 85,
        ["addCluster"] = 26,
        ["listHosts"] = 40,
        ["listPods"] = 88,
        ["listClusters"] = 117,
        ["listVlanIpRanges"] = 72,
        ["listZones"] = 23,
        ["queryAsyncJobResult"] = 15,
    };

    public static TimeSpan Of(string command, double factor) => TimeSpan.FromMilliseconds(Milliseconds.GetValueOrDefault(command, 30) * factor);
}
