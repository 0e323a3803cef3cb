using System.Globalization;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>What a call took on the real server: medians in milliseconds for one worker, more for each address and row, and more the more workers there are.</summary>
internal static class Latencies
{
    private const double PerPodAddress = 6;
    private const double PerRangeAddress = 1;
    private const double PerHostRow = 3.6;
    private const int AcceptingAJob = 15;

    /// <summary>Median of one worker, and how many times as long one call takes with 4, 8 and 16 workers.</summary>
    private static readonly Dictionary<string, Measured> Known = new(StringComparer.Ordinal)
    {
        ["createPod"] = new(20, 4, 8, 16), // one pod after the other, however many ask
        ["addHost"] = new(165, 1.86, 3.3, 9.4),
        ["createStoragePool"] = new(168, 2.4, 4.8, 9.6),
        ["createVlanIpRange"] = new(26, 1.07, 2.1, 4.3),
        ["createStorageNetworkIpRange"] = new(55, 3.7, 7.4, 14.8),
        ["createZone"] = new(60, 2.6, 5.2, 10.4),
        ["createPhysicalNetwork"] = new(90, 2.6, 5.2, 10.4),
        ["addImageStore"] = new(85, 2.6, 5.2, 10.4),
        ["addCluster"] = new(26, 1.7, 3.4, 6.8),
        ["listHosts"] = new(20, 2.6, 5.2, 10.4),
        ["listPods"] = new(88, 2.6, 5.2, 10.4),
        ["listClusters"] = new(117, 2.6, 5.2, 10.4),
        ["listVlanIpRanges"] = new(72, 2.6, 5.2, 10.4),
        ["listZones"] = new(23, 2.6, 5.2, 10.4),
        ["queryAsyncJobResult"] = new(15, 1.5, 2, 4),
    };

    private static readonly Measured Other = new(30, 2.6, 5.2, 10.4);

    /// <summary>The time of a call without what its answer's length adds. A call that only starts a job is short; the job takes the rest.</summary>
    public static TimeSpan Of(Request request, bool startsAJob, double factor, int workers)
    {
        var command = request.Command ?? "";
        var measured = Known.GetValueOrDefault(command, Other);
        var single = startsAJob ? Math.Min(AcceptingAJob, measured.Milliseconds) : measured.Milliseconds + PerAddress(command, request);
        return TimeSpan.FromMilliseconds(single * measured.Slower(workers) * factor);
    }

    /// <summary>The time that the job of a command takes after it was accepted.</summary>
    public static TimeSpan OfJob(string command, double factor, int workers)
    {
        var measured = Known.GetValueOrDefault(command, Other);
        return TimeSpan.FromMilliseconds(Math.Max(1, measured.Milliseconds - AcceptingAJob) * measured.Slower(workers) * factor);
    }

    /// <summary>What the rows of a list add.</summary>
    public static TimeSpan OfRows(string command, int rows, double factor) => TimeSpan.FromMilliseconds(command == "listHosts" ? rows * PerHostRow * factor : 0);

    /// <summary>One insert for each address.</summary>
    private static double PerAddress(string command, Request request)
    {
        var each = command switch { "createPod" => PerPodAddress, "createVlanIpRange" => PerRangeAddress, _ => 0 };
        if (each == 0 || !Ipv4.TryRead(request.Any("startip"), out var start))
            return 0;
        var end = Ipv4.TryRead(request.Any("endip"), out var given) ? given : start;
        return end < start ? 0 : Math.Min(65536, end - start + 1d) * each;
    }

    private sealed record Measured(double Milliseconds, double With4, double With8, double With16)
    {
        /// <summary>Straight lines between the points that were measured.</summary>
        public double Slower(int workers) => workers switch
        {
            <= 1 => 1,
            <= 4 => Between(1, 1, 4, With4, workers),
            <= 8 => Between(4, With4, 8, With8, workers),
            <= 16 => Between(8, With8, 16, With16, workers),
            _ => With16 * workers / 16,
        };

        private static double Between(int low, double atLow, int high, double atHigh, int x) => atLow + ((atHigh - atLow) * (x - low) / (high - low));

        public override string ToString() => Milliseconds.ToString(CultureInfo.InvariantCulture);
    }
}
