using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>
/// A push as a process against a practice cloud as a process, killed with SIGKILL again and again on the way to one zone. The zone must end equal to one
/// that nobody disturbed, with nothing made twice. A few kills by default; every step of a zone of more than 110 calls at every phase with CLOUDNET_FULL_MATRIX=1,
/// at some phases with CLOUDNET_FULL_MATRIX=sending,answered.
/// </summary>
public sealed class KillMatrixTests : IDisposable
{
    private const int Killed = 128 + 9;

    private static readonly string Asked = Environment.GetEnvironmentVariable("CLOUDNET_FULL_MATRIX") ?? "";
    private static readonly bool Full = Asked.Length > 0;
    private static readonly string[] Phases = ["begun", "looked", "intended", "sending", "inflight", "unanswered", "answered", "following", "jobended", "recorded", "observed"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudnet-drill-");
    private readonly ITestOutputHelper _output;
    private readonly string _design;
    private readonly string[] _accept;
    private readonly Plan _plan;

    public KillMatrixTests(ITestOutputHelper output)
    {
        _output = output;
        _design = Path.Combine(_folder.FullName, "drill.json");
        var design = DrillDesign.Make(Full ? 8 : 2);
        File.WriteAllText(_design, DesignJson.ToText(design));
        _accept = Cloudnet.Accept(design);
        _plan = Planner.Plan(design, CanonicalJson.Hash(CanonicalJson.Bytes(design)), CatalogueSnapshot.Empty);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string> Chains => Asked == "1" ? [.. Phases, "mixed"] : Full ? [.. Asked.Split(',')] : ["mixed"];

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Push_KilledOnTheWay_EndsEqualToAnUndisturbedOne(string phase)
    {
        Assert.True(_plan.Steps.Count > 40);
        var expected = await UndisturbedAsync();
        var left = _plan.Steps.Select((s, i) => (Step: s, At: phase == "mixed" ? Phases[i * 3 % Phases.Length] : phase, Number: i + 1)).Where(k => Happens(k.Step, k.At) && (Full || k.Number % 4 == 1)).ToList();
        var (kills, pushes) = (0, 0);
        // A kill leaves steps done that went on beside the killed one: what is left over is killed on the way to another zone.
        for (; left.Count > 0 && pushes < 24; pushes++) kills += await KillOnTheWayAsync(expected, left, pushes);
        _output.WriteLine($"{phase}: {kills} kills in {pushes} pushes of {_plan.Steps.Count} steps, {left.Count} points not met; each time {expected.State.Count} objects equal, {expected.Creates.Values.Sum()} creations, none twice.");
        Assert.True(left.Count <= (Full ? 3 : 1), string.Join(", ", left.Select(l => l.Step.Key)));
    }

    private async Task<int> KillOnTheWayAsync((IReadOnlyList<string> State, Dictionary<string, int> Creates) expected, List<(PlanStep Step, string At, int Number)> left, int push)
    {
        await using var cloud = await DrillCloud.StartAsync();
        string[] arguments = ["push", _design, "--journal", Path.Combine(_folder.FullName, $"drill-{push}.journal"), "--landing-seconds", "0.3", .. _accept];
        var kills = 0;
        while (left.FirstOrDefault(l => !IsOver(l.Step, push)) is { Step: not null } next)
        {
            var (status, text) = await Cloudnet.RunAsync(cloud, arguments, $"{next.Number}:{next.At}");
            Assert.True(status is Killed or 0, $"Step {next.Number} at {next.At} ended with {status}: {text}");
            if (status == 0) break;
            left.Remove(next);
            kills++;
        }
        var (end, log) = await Cloudnet.RunAsync(cloud, arguments);
        Assert.True(end == 0, log);
        Assert.Equal(expected.State, await cloud.StateAsync());
        var creates = await cloud.AcceptedCreatesAsync();
        Assert.Equal(expected.Creates.OrderBy(c => c.Key, StringComparer.Ordinal), creates.OrderBy(c => c.Key, StringComparer.Ordinal));
        var (verified, differences) = await Cloudnet.RunAsync(cloud, ["verify", _design]);
        Assert.True(verified == 0, differences);
        _output.WriteLine($"Push {push + 1}: {kills} kills, equal end state, {creates.Values.Sum()} creations, none twice.");
        return kills;
    }

    // A step that has begun in an earlier life may end without passing the same point again.
    private bool IsOver(PlanStep step, int push)
    {
        var journal = Path.Combine(_folder.FullName, $"drill-{push}.journal");
        return File.Exists(journal) && File.ReadLines(journal).Any(line => line.Contains($"\"step\":\"{step.Key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Push_AnswersAndConnectionsLost_MakesNothingTwice()
    {
        var expected = await UndisturbedAsync();
        await using var cloud = await DrillCloud.StartAsync();
        string[] lost = ["createZone", "createPhysicalNetwork", "addTrafficType", "createPod", "createVlanIpRange", "addCluster", "addHost", "createStoragePool", "addImageStore", "createStorageNetworkIpRange"];
        foreach (var command in lost) await cloud.FaultAsync($"command={command};times=1;kind=drop-answer");
        foreach (var command in (string[])["updatePhysicalNetwork", "listPods", "queryAsyncJobResult", "listZones"]) await cloud.FaultAsync($"command={command};nth=2;kind=unavailable");
        await cloud.FaultAsync("command=createPod;nth=2;kind=refuse;code=530;cserrorcode=4250;text=Unable to persist IP address range");
        await cloud.FaultAsync("command=updateNetworkServiceProvider;nth=1;kind=unauthorized");
        await cloud.FaultAsync("command=configureVirtualRouterElement;nth=1;kind=job-lost");

        var (status, text) = await Cloudnet.RunAsync(cloud, PushArguments);
        Assert.True(status == 0, text);
        Assert.Equal(expected.State, await cloud.StateAsync());
        Assert.Equal(expected.Creates.OrderBy(c => c.Key, StringComparer.Ordinal), (await cloud.AcceptedCreatesAsync()).OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    // A synchronous step has no job; a step that only finds or adopts sends nothing.
    private static bool Happens(PlanStep step, string phase) => phase switch
    {
        "following" or "jobended" => step is { IsAsync: true, OnlyFinds: false },
        "intended" or "sending" or "inflight" or "unanswered" or "answered" => !step.OnlyFinds,
        _ => true,
    };

    private async Task<(IReadOnlyList<string> State, Dictionary<string, int> Creates)> UndisturbedAsync()
    {
        await using var cloud = await DrillCloud.StartAsync();
        var journal = Path.Combine(_folder.FullName, "undisturbed.journal");
        var (status, text) = await Cloudnet.RunAsync(cloud, ["push", _design, "--journal", journal, .. _accept]);
        Assert.True(status == 0, text);
        var creates = await cloud.AcceptedCreatesAsync();
        return (await cloud.StateAsync(), creates);
    }

    private string[] PushArguments => ["push", _design, "--journal", Path.Combine(_folder.FullName, "drill.journal"), "--landing-seconds", "0.3", .. _accept];
}
