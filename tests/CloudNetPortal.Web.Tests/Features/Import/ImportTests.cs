using System.IO.Compression;
using System.Text;
using CloudNetPortal.Import;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Import;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Import;

public sealed class ImportTests(ImportFixture portal) : IClassFixture<ImportFixture>
{
    private readonly Caller _editor = ImportFixture.Someone(Roles.CatalogueEditor);
    private readonly Caller _designer = ImportFixture.Someone(Roles.ZoneDesigner);

    private async Task<Guid> Bring(Caller caller, params BroughtFile[] files) => (await portal.Get<BringFiles>().Execute(caller, null, files)).Value;

    private async Task<ImportPreview> Read(Guid id) => (await portal.Get<ReadImport>().Execute(_editor, id)).Value;

    [Fact]
    public async Task Inventory_AcceptedAndBroughtAgain_ChangesTheCatalogueOnce()
    {
        var first = await Bring(_editor, ImportSamples.Inventory);
        var preview = await Read(first);
        Assert.Equal(3, preview.Files.Count);
        Assert.DoesNotContain(preview.Problems, p => p.Weight == ProblemWeight.Error);
        Assert.Null(await portal.Get<AcceptImport>().Execute(_editor, first, preview.CatalogueVersion));

        await using (var db = portal.Db())
        {
            var kvm = await db.Devices.Include(d => d.Interfaces).SingleAsync(d => d.Name == "kvm-1");
            Assert.Equal("hypervisor", kvm.Role);
            Assert.Equal(kvm.Interfaces.Single(i => i.Name == "bond0").Id, kvm.Interfaces.Single(i => i.Name == "ens1").BondId);
            Assert.Equal(2, await db.Cables.CountAsync());
            Assert.Contains(await db.Audit.Where(a => a.Act == nameof(AcceptImport)).ToListAsync(), a => a is { ObjectKind: "Device", ObjectName: "kvm-1", ByName: "Ada" });
        }

        var second = await Bring(_editor, ImportSamples.Inventory);
        Assert.True((await Read(second)).Difference.IsEmpty);
        var moved = ImportSamples.Interfaces.Replace("300-309", "300-305");
        var third = await Bring(_editor, ImportSamples.File("interfaces.csv", moved));
        preview = await Read(third);
        Assert.Equal("taggedVlans", Assert.Single(Assert.Single(preview.Difference.Changed).Fields).Field);
        Assert.Null(await portal.Get<AcceptImport>().Execute(_editor, third, preview.CatalogueVersion));
        Assert.IsType<Refused>(await portal.Get<AcceptImport>().Execute(_editor, third, preview.CatalogueVersion));
        Assert.True((await Read(await Bring(_editor, ImportSamples.File("interfaces.csv", moved)))).Difference.IsEmpty);

        // Who compared with a catalogue that moved since is told so, and nothing happens.
        var fourth = await Bring(_editor, ImportSamples.File("more.csv", "name,role,site\nkvm-9,compute,dc1\n"));
        Assert.IsType<Stale>(await portal.Get<AcceptImport>().Execute(_editor, fourth, preview.CatalogueVersion));
    }

    [Fact]
    public async Task ZoneFile_BecomesAZone_WithEncryptedSecretsOnly()
    {
        var id = await Bring(_designer, ImportSamples.File("east.cfg", ImportSamples.Zone));
        var zone = (await portal.Get<AcceptZones>().Execute(_designer, id, "east.cfg", 0)).Value;
        // Once more gives the same zone.
        Assert.Equal(zone, (await portal.Get<AcceptZones>().Execute(_designer, id, "east.cfg", 0)).Value);

        await using var db = portal.Db();
        var revision = await db.ZoneRevisions.SingleAsync(r => r.ZoneId == zone);
        Assert.Equal("import", revision.Origin);
        var reference = revision.Read().Pods[0].Clusters[0].Hosts[0].PasswordRef!;
        Assert.Equal("very-secret-word", await portal.Get<CloudNetPortal.Web.Features.Clouds.SecretVault>().Open(CloudNetPortal.Web.Features.Clouds.SecretUse.Design, reference, CancellationToken.None));
        Assert.NotNull((await db.Imports.SingleAsync(i => i.Id == id)).AcceptedAt);
        Assert.DoesNotContain("very-secret-word", Encoding.UTF8.GetString(revision.Bytes), StringComparison.Ordinal);
        Assert.All(await db.Imports.Where(i => i.Id == id).SelectMany(i => i.Files).ToListAsync(), f => Assert.DoesNotContain("very-secret", Encoding.Latin1.GetString(f.Bytes), StringComparison.Ordinal));
        Assert.DoesNotContain(await db.Audit.ToListAsync(), a => $"{a.BeforeJson}{a.AfterJson}".Contains("very-secret", StringComparison.Ordinal));
        Assert.DoesNotContain("very-secret", (await db.Imports.SingleAsync(i => i.Id == id)).StateJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_AreKept_AndChangeWhatIsRead()
    {
        var id = await Bring(_editor, ImportSamples.File("odd.csv", "name,role,site\nbox-1,Wonder machine,dc1\n"),
            ImportSamples.File("link.json", """[{"ifindex":2,"ifname":"ens1","flags":["UP"],"mtu":1500,"link_type":"ether","address":"02:00:5e:00:00:01"}]"""));
        Assert.Contains((await Read(id)).Problems, p => p.Cause == "Device unknown");
        Assert.Null(await portal.Get<DecideImport>().Execute(_editor, id, c => { c.Roles["Wonder machine"] = "router"; c.Devices["link.json"] = "box-1"; }));
        var preview = await Read(id);
        Assert.DoesNotContain(preview.Problems, p => p.Weight == ProblemWeight.Error);
        Assert.Equal("router", preview.Difference.Added.Single(r => r.Key.Name == "box-1")["role"]);
        Assert.Contains(preview.Difference.Added, r => r.Key.ToString() == "box-1 ens1");
        Assert.Null(await portal.Get<DiscardImport>().Execute(_editor, id));
        Assert.IsType<Refused>(await portal.Get<AcceptImport>().Execute(_editor, id, preview.CatalogueVersion));
    }

    [Fact]
    public async Task Strangers_AreRefused_EveryAct()
    {
        var id = await Bring(_editor, ImportSamples.File("east.cfg", ImportSamples.Zone));
        var stranger = ImportFixture.Someone(Roles.Operator);
        Assert.IsType<Forbidden>((await portal.Get<BringFiles>().Execute(stranger, null, ImportSamples.Inventory)).Outcome);
        Assert.IsType<Forbidden>((await portal.Get<ReadImport>().Execute(stranger, id)).Outcome);
        Assert.IsType<Forbidden>(await portal.Get<DecideImport>().Execute(stranger, id, _ => { }));
        Assert.IsType<Forbidden>(await portal.Get<DiscardImport>().Execute(stranger, id));
        Assert.IsType<Forbidden>(await portal.Get<AcceptImport>().Execute(_designer, id, 1));
        Assert.IsType<Forbidden>((await portal.Get<AcceptZones>().Execute(_editor, id, "east.cfg", 0)).Outcome);
    }

    [Fact]
    public async Task TooMuch_IsRefused_BeforeItIsKept()
    {
        Assert.IsType<Refused>((await portal.Get<BringFiles>().Execute(_editor, null, [])).Outcome);
        var answer = await portal.Get<BringFiles>().Execute(_editor, null, [new("huge.csv", new byte[BringFiles.LongestFile + 1])]);
        Assert.Contains("huge.csv", answer.Outcome!.Sentence, StringComparison.Ordinal);
    }

    [Theory, InlineData("data/labs/generated-lacp-clean"), InlineData("data/netbox/demo/csv"), InlineData("data/devicetype-library"), InlineData("data/hosts")]
    public async Task SharedFolder_AcceptedFromAZip_GivesNoDifferenceAgain(string folder)
    {
        var from = RepositoryFiles.Shared(folder);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, true))
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                zip.CreateEntryFromFile(file, Path.GetRelativePath(from, file));
        var id = await Bring(_editor, new BroughtFile("all.zip", packed.ToArray()));
        var preview = await Read(id);
        Assert.Null(await portal.Get<AcceptImport>().Execute(_editor, id, preview.CatalogueVersion));
        var again = (await Read(await Bring(_editor, new BroughtFile("all.zip", packed.ToArray())))).Difference;
        Assert.True(again.IsEmpty, string.Join('\n', again.Added.Select(a => a.Key.ToString()).Concat(again.Changed.SelectMany(c => c.Fields.Select(f => $"{c.Key} {f.Field} {f.Ours} > {f.Theirs}"))).Take(20)));
    }
}
