using CloudNetPortal.Testing;

namespace CloudNetPortal.CloudStackEmulator.Tests.Recordings;

/// <summary>What a real management server answered, answered again.</summary>
public sealed class RecordingTests
{
    [Theory]
    [InlineData("10-advanced-portal-order")]
    [InlineData("11-basic-portal-order")]
    [InlineData("20-generic")]
    [InlineData("21-zone")]
    [InlineData("22-physical-network")]
    [InlineData("25-pod")]
    [InlineData("27-ip-range")]
    [InlineData("28-vlan-dedication")]
    [InlineData("30-cluster-host-storage")]
    [InlineData("34-enable-edit-take-down")]
    [InlineData("40-marvin-advanced")]
    [InlineData("50-repeated-calls")]
    public async Task Recording_ReplayedOnAnEmptyCloud_AgreesCompletely(string name)
    {
        await using var cloud = await StartAsync();
        var replay = new Replay(cloud);
        await replay.LearnAsync(Recording.Fixtures(RepositoryFiles.Beside("fixtures.json")));
        var (agree, total, differences) = await replay.RunAsync(Recording.Read(RepositoryFiles.Beside(name + ".jsonl")));
        Assert.True(agree == total, $"{agree} of {total} agree:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public async Task Recording_OfATakenZoneName_AgreesAfterTheZoneWasMade()
    {
        await using var cloud = await StartAsync();
        var replay = new Replay(cloud);
        await replay.RunAsync(Recording.Read(RepositoryFiles.Beside("40-marvin-advanced.jsonl")));
        var (agree, total, differences) = await replay.RunAsync(Recording.Read(RepositoryFiles.Beside("42-marvin-zone-name-taken.jsonl")));
        Assert.True(agree == total, string.Join('\n', differences));
    }

    /// <summary>Nothing happens by itself while a recording runs, however slow the machine is.</summary>
    private static Task<RunningCloud> StartAsync() =>
        RunningCloud.StartAsync(o => (o.Pace.HostMaintenance, o.Pace.SystemVms, o.Pace.Expunge) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1)));

    /// <summary>Exchanges whose answer depended on the moment or on work before the recording; docs/practice-cloud.md says which and why.</summary>
    private static readonly Dictionary<string, int> Explained = new(StringComparer.Ordinal) { ["00"] = 1, ["60"] = 6, ["61"] = 2 };

    [Fact]
    public async Task AllRecordings_InOrder_AgreeButForTheExplainedOnes()
    {
        var folder = RepositoryFiles.Shared("cloudstack/transcripts");
        await using var cloud = await StartAsync();
        var replay = new Replay(cloud);
        await replay.LearnAsync(Recording.Fixtures(Path.Combine(folder, "fixtures.json")));
        var wrong = new List<string>();
        foreach (var path in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (name[..2] is "51" or "70" or "73" or "75" or "76") // races, wrong signatures, everything there is, a killed server: not for replay
                continue;
            var (agree, total, differences) = await replay.RunAsync(Recording.Read(path));
            if (total - agree > Explained.GetValueOrDefault(name[..2]))
                wrong.Add($"{name}: {agree} of {total}\n{string.Join('\n', differences)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
