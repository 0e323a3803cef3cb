using System.Diagnostics;
using System.Globalization;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Benchmarks;

/// <summary>All rules on large zones, then single edits. Budget: 1,000 hosts in 5 s and 1 GB; an edit in 300 ms (p95); cost linear in hosts.</summary>
internal sealed class RulesBenchmark : Benchmark
{
    private const int EditsOfEachKind = 40, LongestEdit = 300;

    public override string Name => "rules";

    public override string Explanation => "all rules on 250, 500, 1,000, 2,000 hosts (or on the sizes given), then edits";

    public override Task<int> Run(IReadOnlyList<string> arguments)
    {
        int[] sizes = arguments.Count > 0 ? [.. arguments.Select(a => int.Parse(a, CultureInfo.InvariantCulture))] : [250, 500, 1000, 2000];
        // A portal at work has compiled its code long ago.
        RuleBook.Judge(LargeZone.Of(80));
        Edits(80, 25, show: false);
        var kept = true;
        double? before = null;
        Console.WriteLine($"{RuleBook.Rules.Count} rules, 4 NICs and 4 traffic types per host, 4,091 guest VLANs, {Environment.ProcessorCount} cores{(File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "")}");
        Console.WriteLine("hosts   full run   per host   against half   allocated   live heap   findings   one edit p50        p95    cpu avg");
        foreach (var size in sizes)
        {
            var input = LargeZone.Of(size);
            var allocated = GC.GetTotalAllocatedBytes();
            var (results, first) = Timed(() => RuleBook.Judge(input));
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            var best = Enumerable.Range(0, 4).Select(_ => Timed(() => RuleBook.Judge(input)).Milliseconds).Append(first).Order().ElementAt(2);
            var edit = Edits(size, 6, show: false);
            Console.WriteLine($"{size,5} {best,8:0} ms {best / size,7:0.000} ms {(before is { } half ? $"{best / half:0.00} x" : "–"),14} {allocated / 1048576,8} MB {GC.GetTotalMemory(true) / 1048576,8} MB {results.Findings.Count,10} {edit.P50,11:0} ms {edit.P95,7:0} ms {edit.Spent,7:0} ms");
            kept &= size != 1000 || best <= 5000;
            before = best;
            GC.KeepAlive(results);
        }
        var edited = sizes.Contains(1000) ? 1000 : sizes[^1];
        SlowestRules(edited);
        Console.WriteLine($"\none edit at {edited} hosts, {EditsOfEachKind} of each kind; at most {LongestEdit} ms (p95):");
        Console.WriteLine("                                p50        p95        max    cpu avg      rules run   budget");
        var edits = Edits(edited, EditsOfEachKind, show: true);
        Console.WriteLine($"  {"all edits",-24} {edits.P50,7:0} ms {edits.P95,7:0} ms");
        kept &= edits.P95 <= LongestEdit;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576;
        Console.WriteLine($"peak working set of this process, all sizes: {peak} MB");
        Console.WriteLine(kept && peak <= 1024 ? "within the budget" : "BUDGET BROKEN");
        return Task.FromResult(kept && peak <= 1024 ? 0 : 1);
    }

    private static void SlowestRules(int hosts)
    {
        var input = LargeZone.Of(hosts);
        var facts = new RuleFacts(input);
        var parts = new (string Name, Func<object> Read)[]
        {
            ("catalogue", () => facts.Catalogue), ("hosts", () => facts.Hosts), ("labels", () => facts.LabelRows), ("legs and paths", () => facts.Legs), ("addresses", () => (facts.Addresses, facts.UsedAddresses)),
            ("links between switches", () => facts.Fabric), ("VLAN claims", () => facts.Vlans), ("failures", () => facts.Failures),
        };
        var shared = string.Join(", ", parts.Select(p => $"{p.Name} {Spent(p.Read):0}"));
        foreach (var rule in RuleBook.Rules)
            _ = rule.Judge(facts).Count();
        var times = RuleBook.Rules.Select(rule => (rule, Milliseconds: Spent(() => rule.Judge(facts).Count()))).OrderByDescending(r => r.Milliseconds).ToList();
        Console.WriteLine($"\nfacts at {hosts} hosts, in ms of processor time: {shared}\nrules with facts at hand: {times.Sum(t => t.Milliseconds):0} ms, the slowest:");
        foreach (var (rule, time) in times.Take(12))
            Console.WriteLine($"  {rule.Id} {time,7:0.0} ms  {rule.Title}");
    }

    // Every kind once in a while, at every size: the processor time of all edits, per size, shows whether it grows with the hosts.
    private static (double P50, double P95, double Spent) Edits(int hosts, int times, bool show)
    {
        var (judge, input) = (new IncrementalJudge(), LargeZone.Of(hosts));
        judge.Judge(input);
        var (all, spent, equal) = (new List<double>(), TimeSpan.Zero, true);
        foreach (var kind in RuleEdit.Kinds)
        {
            var (took, run, cpu) = (new List<double>(), 0, TimeSpan.Zero);
            for (var i = 0; i < times; i++)
            {
                input = kind.Apply(input, i);
                var (next, used) = (input, Environment.CpuUsage.TotalTime);
                var (results, time) = Timed(() => judge.Judge(next));
                cpu += Environment.CpuUsage.TotalTime - used;
                took.Add(time);
                run = judge.LastRun.Count;
                equal &= i > 1 || !show || results.Hash() == RuleBook.Judge(input).Hash();
            }
            all.AddRange(took);
            spent += cpu;
            if (show)
                Console.WriteLine($"  {kind.Name,-24} {At(took, 50),7:0} ms {At(took, 95),7:0} ms {took.Max(),7:0} ms {cpu.TotalMilliseconds / times,7:0} ms {run,7} of {RuleBook.Rules.Count}   {(At(took, 95) <= LongestEdit ? "kept" : "BROKEN")}");
        }
        if (show && !equal)
            Console.WriteLine("NOT EQUAL to a full run");
        return (At(all, 50), equal ? At(all, 95) : double.PositiveInfinity, spent.TotalMilliseconds / all.Count);
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    // Processor time, which a busy machine does not stretch as it does the clock's.
    private static double Spent<T>(Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        _ = work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static (T Result, double Milliseconds) Timed<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        return (result, watch.Elapsed.TotalMilliseconds);
    }
}
