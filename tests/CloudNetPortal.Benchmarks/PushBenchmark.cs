using System.Diagnostics;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Benchmarks;

/// <summary>
/// Pushes of an advanced zone with 2 clusters and 4 hosts, one call at a time and four, and of a zone of 1,000 hosts, against a practice cloud that takes as long
/// as the real server did. What counts are ratios: against the critical path, and against one call at a time.
/// </summary>
internal sealed class PushBenchmark : Benchmark
{
    private const double OverPath = 1.15, OfOneAtATime = 0.6, OverheadMilliseconds = 50, MostMegabytes = 600;

    /// <inheritdoc/>
    public override string Name => "push";

    /// <inheritdoc/>
    public override string Explanation => "pushes against a practice cloud with measured latencies; arguments: numbers of hosts (4 and 1000)";

    /// <inheritdoc/>
    public override async Task<int> Run(IReadOnlyList<string> arguments)
    {
        var sizes = arguments.Count == 0 ? [4, 1000] : arguments.Select(int.Parse).ToArray();
        var single = await PushAsync(4, atOnce: 1);
        var kept = true;
        foreach (var hosts in sizes)
        {
            var four = await PushAsync(hosts, atOnce: 4);
            // Too long to be run one at a time: what each kind of call took alone, added up.
            var (path, work) = (four.CriticalPath(single), four.Work(single));
            var oneByOne = hosts == 4 ? single.Took.TotalSeconds : work;
            var bound = Math.Max(path, work / 4);
            Console.WriteLine(
                $"{hosts} hosts: {four.Plan.Steps.Count(s => !s.OnlyFinds)} changes, {four.Exchanges} calls with reads and polls, {four.Took.TotalSeconds:0.00} s; critical path {path:0.00} s, all work by four {work / 4:0.00} s → {four.Took.TotalSeconds / bound:0.00} × the longer; "
                + $"one at a time {oneByOne:0.00} s{(hosts == 4 ? "" : " (computed)")} → {four.Took.TotalSeconds / oneByOne:0.00}; own overhead {single.Overhead:0.0} ms a step; {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most");
            kept &= four.Took.TotalSeconds <= OverPath * bound && four.Took.TotalSeconds <= OfOneAtATime * oneByOne && single.Overhead <= OverheadMilliseconds && Process.GetCurrentProcess().PeakWorkingSet64 < MostMegabytes * 1e6;
        }
        return kept ? 0 : 1;
    }

    private static async Task<Measured> PushAsync(int hosts, int atOnce)
    {
        await using var cloud = await PracticeCloud.StartAsync("--latency", "1", "--pace", "0");
        await PushAsync(PushedZone.WarmUp, cloud, atOnce);
        return await PushAsync(PushedZone.Of(hosts), cloud, atOnce);
    }

    private static async Task<Measured> PushAsync(ZoneDesign design, PracticeCloud cloud, int atOnce)
    {
        var plan = Planner.Plan(design, CanonicalJson.Hash(CanonicalJson.Bytes(design)), CatalogueSnapshot.Empty);
        using var http = CloudStackHttp.Create();
        var measured = new Measured(plan);
        var client = new CloudStackClient(http, new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System, measured.Add);
        var folder = Directory.CreateTempSubdirectory("cloudnet-benchmark-");
        try
        {
            await using var journal = await FileJournal.OpenAsync(Path.Combine(folder.FullName, "journal"));
            var watch = Stopwatch.StartNew();
            var outcome = await new PlanRunner(plan, client, journal, (_, _) => Task.FromResult("password"), measured, TimeProvider.System) { AtOnce = atOnce }.RunAsync();
            measured.Took = watch.Elapsed;
            return outcome.Kind == PushOutcomeKind.Completed ? measured : throw new InvalidOperationException(outcome.Text + string.Join("; ", outcome.Steps.Select(t => t.Text).OfType<string>().Take(5)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One push: how long it took, and what each kind of call took.</summary>
    private sealed class Measured(Plan plan) : IPushObserver
    {
        private readonly Lock _lock = new();
        private readonly List<(string Command, double Seconds)> _calls = [];
        private readonly Dictionary<string, double> _medians = [];

        public Plan Plan => plan;

        public TimeSpan Took { get; set; }

        public int Exchanges => _calls.Count;

        /// <summary>What a step took beyond its exchanges, in milliseconds; sensible for one at a time only.</summary>
        public double Overhead => (Took.TotalSeconds - _calls.Sum(c => c.Seconds)) / plan.Steps.Count * 1000;

        public void Add(CallTrace trace)
        {
            lock (_lock) _calls.Add((trace.Call.Split(' ')[0], trace.Took.TotalSeconds));
        }

        public void On(PushEvent happened) { }

        /// <summary>Seconds of the longest chain of steps, each with its call, one look at its job and its read-back as one caller alone gets them.</summary>
        public double CriticalPath(Measured alone)
        {
            var end = new Dictionary<string, double>();
            var lanes = new Dictionary<string, double>();
            foreach (var step in plan.Steps)
            {
                var needed = step.After.Concat(step.Arguments.Select(a => a.Step).OfType<string>()).Where(k => k != step.Key).Select(k => end[k]);
                var start = needed.Append(step.Lane is { } lane ? lanes.GetValueOrDefault(lane) : 0).DefaultIfEmpty(0).Max();
                end[step.Key] = start + alone.Weight(step);
                if (step.Lane is not null) lanes[step.Lane] = end[step.Key];
            }
            return end.Values.Max();
        }

        /// <summary>Seconds of all steps, one after another.</summary>
        public double Work(Measured alone) => plan.Steps.Sum(alone.Weight);

        private double Weight(PlanStep step) =>
            (step.OnlyFinds ? Median(step.Lookup!.Command) : Median(step.Command)) + (step.IsAsync && !step.OnlyFinds ? Median("queryAsyncJobResult") : 0) + (step.ReadBack is { } back ? Median(back.Command) : 0);

        private double Median(string command)
        {
            if (_medians.TryGetValue(command, out var known)) return known;
            var times = _calls.Where(c => c.Command == command).Select(c => c.Seconds).Order().ToArray();
            return _medians[command] = times.Length == 0 ? 0.03 : times[times.Length / 2];
        }
    }
}
