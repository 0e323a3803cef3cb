using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Push.Tests.Snapshots;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drift;

/// <summary>Existing zones brought into designs: the design would make the same zone again, and comparing it with its zone finds nothing.</summary>
public sealed class ZoneImportTests
{
    public static TheoryData<string> Zones => ["advanced", "terse", "basic", "groups"];

    private static ZoneDesign DesignOf(string name) => name switch { "advanced" => DriftDesigns.Advanced(), "terse" => DriftDesigns.Terse(), "basic" => DriftDesigns.Basic(), _ => DriftDesigns.SecurityGroups() };

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Import_OfAPushedZone_MakesTheSameZoneAgain(string name)
    {
        var design = DesignOf(name);
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var imported = await ImportAsync(cloud, design, design.Name);

        // Pushed elsewhere, it gives a zone in which the first design finds nothing to complain about. Only sign-ins have to be given.
        foreach (var host in imported.Design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts)) (host.UserName, host.PasswordRef) = ("root", "drill.host");
        var errors = Errors(imported.Design);
        Assert.True(errors.IsSubsetOf(Errors(design)), string.Join(", ", errors.Except(Errors(design))));
        await using var elsewhere = await PracticeCloud.StartAsync("--pace", "0");
        var client = SnapshotReaderTests.Client(elsewhere);
        await SnapshotReaderTests.PushAsync(client, imported.Design);
        var copy = (await new SnapshotReader(client, TimeProvider.System).ReadByNameAsync(design.Name, TestContext.Current.CancellationToken)).Snapshot;
        Assert.Empty(ZoneDrift.Find(imported.Design, copy).Select(Show));
        Assert.Empty(ZoneDrift.Find(design, copy).Select(Show));
    }

    [Theory]
    [InlineData("advanced.cfg")]
    [InlineData("basic.cfg")]
    [InlineData("security-groups.cfg")]
    [InlineData("xenserver.cfg")]
    [InlineData("two-zones.cfg")]
    public async Task Import_OfAMarvinZone_FindsNoDrift(string file)
    {
        var path = RepositoryFiles.Beside($"../ZoneFiles/Samples/{file}");
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        foreach (var design in ZoneFileImporter.ReadAny(new ImportFile(file, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))).Designs)
            await ImportAsync(cloud, design, design.Name);
    }

    [Theory]
    [InlineData("10-advanced-portal-order.jsonl")]
    [InlineData("11-basic-portal-order.jsonl")]
    [InlineData("40-marvin-advanced.jsonl")]
    public Task Import_OfARecordedZone_FindsNoDrift(string file) => ReplayAsync(RepositoryFiles.At("tests", "CloudNetPortal.CloudStackEmulator.Tests", "Recordings", file));

    [Theory]
    [InlineData("14-advanced-three-pods.jsonl")]
    [InlineData("40-marvin-advdualzone.jsonl")]
    public Task Import_OfASharedRecording_FindsNoDrift(string file) => ReplayAsync(RepositoryFiles.Shared("cloudstack/transcripts/" + file));

    [Fact]
    public async Task Import_SaysWhatIsNotKnown()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var imported = await ImportAsync(cloud, DriftDesigns.Advanced(), "drill");
        Assert.Contains(imported.Unknowns, u => u.Kind == UnknownKind.Secret && u.Title.StartsWith("host ", StringComparison.Ordinal));
        Assert.Contains(imported.Unknowns, u => u.Kind == UnknownKind.NotListed && u.Text.Contains("simulated", StringComparison.Ordinal));
        Assert.All(imported.Unknowns, u => Assert.True(u.Path.Length == 0 || new DesignTree(DesignJson.ToTree(imported.Design)).Get(u.Path) is not null, u.Path));
    }

    [Fact]
    public async Task Causes_OfDrift_NameTheUserOfTheEvent()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = SnapshotReaderTests.Client(cloud);
        var design = DriftDesigns.Basic();
        await SnapshotReaderTests.PushAsync(client, design);
        var reader = new SnapshotReader(client, TimeProvider.System);
        var before = (await reader.ReadByNameAsync("basic", TestContext.Current.CancellationToken)).Snapshot;
        var ids = ZoneObserver.Observe(before, design).Ids;
        await client.CallToEndAsync(ApiCall.Of("updatePod", ("id", ids["pod/bp"]), ("name", "renamed")));
        var after = (await reader.ReadByIdAsync(before.ZoneId!, TestContext.Current.CancellationToken)).Snapshot;
        var events = await reader.ReadEventsAsync(before.ReadAt, cancel: TestContext.Current.CancellationToken);
        var item = Assert.Single(DriftCauses.Attach(ZoneDrift.Find(design, after, ids), events, before.ReadAt));
        Assert.Equal(("pods/bp/name", "POD.EDIT", "admin", true), (item.Path, item.Cause?.Event, item.Cause?.By, item.Cause?.IsCertain));
    }

    private static async Task ReplayAsync(string file)
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = SnapshotReaderTests.Client(cloud);
        var zones = await new ReplayedRecording(client).RunAsync(file);
        Assert.NotEmpty(zones);
        foreach (var zone in zones) await ImportAsync(cloud, null, zone);
    }

    private static async Task<ObservedZone> ImportAsync(PracticeCloud cloud, ZoneDesign? pushed, string zone)
    {
        var client = SnapshotReaderTests.Client(cloud);
        if (pushed is not null) await SnapshotReaderTests.PushAsync(client, pushed);
        var snapshot = (await new SnapshotReader(client, TimeProvider.System).ReadByNameAsync(zone, TestContext.Current.CancellationToken)).Snapshot;
        Assert.NotNull(snapshot.ZoneId);
        var imported = ZoneObserver.Import(snapshot);
        Assert.Empty(ZoneDrift.Find(imported.Design, snapshot, imported.Ids).Where(d => d.Kind != DriftKind.State).Select(Show));
        Assert.Empty(ZoneDrift.Find(imported.Design, snapshot).Where(d => d.Kind != DriftKind.State).Select(Show));
        Assert.Equal(DesignJson.ToText(imported.Design), DesignJson.ToText(ZoneObserver.Import(snapshot).Design));
        if (pushed is not null) Assert.Empty(ZoneDrift.Find(pushed, snapshot).Select(Show));
        return imported;
    }

    private static HashSet<string> Errors(ZoneDesign design) =>
        [.. RuleBook.Judge(new RuleInput(design, CatalogueSnapshot.Empty, PolicyPack.Production, TimeProvider.System.GetUtcNow())).Errors.Select(e => e.RuleId)];

    private static string Show(DriftItem item) => $"{item.Kind} {item.Path} {item.Title}: {item.Expected} → {item.Observed}";
}
