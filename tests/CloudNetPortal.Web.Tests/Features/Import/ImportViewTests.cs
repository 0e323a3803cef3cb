using Bunit;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Import;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Web.Features.Import;
using ReadFile = CloudNetPortal.Import.Reading.ImportFile;

namespace CloudNetPortal.Web.Tests.Features.Import;

public sealed class ImportViewTests : BunitContext
{
    private static InventoryImport Inventory() => InventoryImport.Read([.. ImportSamples.Inventory.Select(f => new ReadFile(f.Name, f.Bytes))]);

    [Fact]
    public void Sources_EachFile_SaysWhatItWasTakenForAndCanBeOverruled()
    {
        (string File, string Kind) chosen = default;
        var table = Render<SourceTable>(p => p.Add(t => t.Files, Inventory().Files).Add(t => t.Open, true).Add(t => t.OnKind, c => chosen = c));
        Assert.Equal(3, table.FindAll("tbody tr").Count);
        Assert.Equal("netbox-devices", table.Find("tbody tr select").GetAttribute("value"));
        table.Find("tbody tr select").Change("none");
        Assert.Equal(("devices.csv", "none"), chosen);
    }

    [Fact]
    public void Sources_FileWithoutADevice_AsksForIt()
    {
        (string File, string Device) told = default;
        var file = new FileReport("link.json", "ip-json", "ip link or ip addr (JSON)", 0.95, null, 0, 0, null, 1);
        var table = Render<SourceTable>(p => p.Add(t => t.Files, [file]).Add(t => t.Open, true).Add(t => t.OnDevice, d => told = d));
        var input = table.Find("input");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        input.Change("kvm-1");
        Assert.Equal(("link.json", "kvm-1"), told);
    }

    [Fact]
    public void Mapping_Word_CanBeGivenAnotherMeaning()
    {
        (string Word, string Role) chosen = default;
        var table = Render<MappingTable>(p => p.Add(t => t.Words, Inventory().Mapping.RolesMet).Add(t => t.Open, true).Add(t => t.OnChoose, c => chosen = c));
        Assert.Equal(["compute", "tor"], table.FindAll("tbody th").Select(c => c.TextContent));
        table.Find("select").Change("storage");
        Assert.Equal(("compute", "storage"), chosen);
    }

    [Fact]
    public void Problems_OfOneCause_StandTogetherErrorsFirst()
    {
        ImportProblem Problem(ProblemWeight weight, string cause, int line) => new(weight, cause, "a.csv", line, null, "mtu", "x", "Wrong.", "Correct it.");
        var table = Render<ProblemTable>(p => p.Add(t => t.Problems, [Problem(ProblemWeight.Note, "Column", 1), Problem(ProblemWeight.Error, "MTU", 2), Problem(ProblemWeight.Error, "MTU", 3)]));
        Assert.Equal(["MTU", "Column"], table.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal(2, table.FindAll("details")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Correct it.", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_NewAndChanged_AreCountedAndNamed()
    {
        var import = Inventory();
        var difference = InventoryMerge.Compare(import.Draft, CatalogueSnapshot.Empty);
        var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, DateTimeOffset.UnixEpoch));
        var view = Render<DifferenceTable>(p => p.Add(t => t.Difference, difference));
        Assert.Contains("New: 3 devices", view.FindAll("h2").Select(h => h.TextContent));

        var changed = InventoryImport.Read([new ReadFile("interfaces.csv", ImportSamples.Interfaces.Replace("300-309", "300-305"))]);
        view = Render<DifferenceTable>(p => p.Add(t => t.Difference, InventoryMerge.Compare(changed.Draft, catalogue)));
        Assert.Equal(["20, 300–309", "20, 300–305"], view.FindAll("tbody td.mono").Select(c => c.TextContent));
        view = Render<DifferenceTable>(p => p.Add(t => t.Difference, InventoryMerge.Compare(import.Draft, catalogue)));
        Assert.Contains("accepting would change nothing", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ZoneFile_ShowsNamesOfSecrets_NeverTheirText()
    {
        var number = -1;
        var file = new ZoneFilePreview("east.cfg", ZoneFileImporter.ReadAny(new ReadFile("east.cfg", ImportSamples.Zone)));
        var view = Render<ZoneFileView>(p => p.Add(v => v.File, file).Add(v => v.Made, new Dictionary<string, Guid>()).Add(v => v.Open, true).Add(v => v.OnAccept, n => number = n));
        Assert.DoesNotContain("very-secret-word", view.Markup, StringComparison.Ordinal);
        Assert.Contains("zone1.pod1.cluster1.host1.password", view.Markup, StringComparison.Ordinal);
        Assert.Contains("/zones/0/tungstenprovider", view.Markup, StringComparison.Ordinal);
        view.Find("button.primary").Click();
        Assert.Equal(0, number);
        view.Render(p => p.Add(v => v.Made, new Dictionary<string, Guid> { ["east.cfg#1"] = Guid.Empty }));
        Assert.Contains("Open zone east-1", view.Markup, StringComparison.Ordinal);
    }
}
