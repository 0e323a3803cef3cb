using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.ZoneFiles;

/// <summary>Marvin files on their whole way: import, rules, plan, push, read-back. Rules must say before what CloudStack would refuse.</summary>
public sealed class ZoneFileTests(ITestOutputHelper output)
{
    /// <summary>Files of the collection, one of each form; the others with CLOUDNET_FULL_SWEEP=1.</summary>
    private static readonly string[] Sampled =
    [
        "devcloud-kvm/devcloud-kvm-advanced-fusion.cfg", "devcloud-xen/quickcloud.cfg", "setup-dev/advancedsgtf.cfg", "marvin-config/Baremetal_AdvZone_Vmware.cfg", "setup-dev/local.cfg",
    ];

    private static string SampleAt(string name) => RepositoryFiles.Beside($"Samples/{name}");

    [Theory]
    [InlineData("advanced.cfg")]
    [InlineData("basic.cfg")]
    [InlineData("security-groups.cfg")]
    [InlineData("two-zones.cfg")]
    [InlineData("xenserver.cfg")]
    public async Task Push_OfASoundFile_EndsWithoutDifferences(string name)
    {
        var push = await ZoneFilePush.RunAsync(SampleAt(name));
        Assert.Empty(push.Errors);
        Assert.True((push.Pushed, push.Verified) == (0, 0), push.Result);
    }

    [Fact]
    public async Task Push_OfVmwareToACloudWithoutThePlugin_MakesNothingAndNamesTheCommands()
    {
        var push = await ZoneFilePush.RunAsync(SampleAt("vmware.cfg"));
        // Nobody checks labels on VMware hosts, so production asks for an inventory that does.
        Assert.Equal(["CNP3002"], push.Errors);
        Assert.Equal((7, 0), (push.Pushed, push.Calls));
        Assert.Contains("addVmwareDc", push.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedFiles_EveryOne_IsPushedOrExplained()
    {
        var folder = RepositoryFiles.Shared("data/cloudstack/marvin");
        var files = Environment.GetEnvironmentVariable("CLOUDNET_FULL_SWEEP") == "1"
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)]
            : Sampled.Where(f => File.Exists(Path.Combine(folder, f))).ToArray();
        var pushes = new ZoneFilePush[files.Length];
        await Parallel.ForAsync(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) => pushes[i] = await ZoneFilePush.RunAsync(Path.Combine(folder, files[i])));

        var rows = files.Zip(pushes, (f, p) => $"| {f} | {string.Join(", ", p.Zones)} | {p.Calls} | {string.Join(", ", p.Errors)} | {p.Warnings} | {p.NotVerified} | {p.Result.Replace(folder + Path.DirectorySeparatorChar, "").Replace("\n", "<br>")} |");
        var table = string.Join('\n', rows.Prepend("|---|---|---|---|---|---|---|").Prepend("| File | Zones | Changes sent | Errors accepted | Warnings | Not verified | Result |"));
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable("CLOUDNET_SWEEP_TABLE") is { Length: > 0 } path) await File.WriteAllTextAsync(path, table + "\n");
        Assert.All(pushes, Explained);
    }

    // Whatever is refused was foretold by a rule; whatever cannot be read has a place or no zone.
    private static void Explained(ZoneFilePush push)
    {
        switch (push.Pushed)
        {
            case null:
                Assert.Matches(@":\d+:\d+|there is no zone in it", push.Text);
                break;
            case 0:
                Assert.Equal(0, push.Verified);
                break;
            case 4:
                Assert.NotEmpty(push.Errors);
                break;
            default:
                Assert.True(push is { Pushed: 7, Calls: 0 }, push.Result);
                break;
        }
    }
}
