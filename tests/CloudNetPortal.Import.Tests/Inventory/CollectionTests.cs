using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Tests.Inventory;

/// <summary>Every file of the collection beside the repository: read completely, or said which lines were not understood; nothing throws, nothing vanishes.</summary>
public sealed class CollectionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Folders => ["data/hosts", "data/lldp", "data/netbox/demo/csv", "data/devicetype-library", "data/labs", "data/switch-config", "data/switch-show", "data/switch-state"];

    [Theory, MemberData(nameof(Folders))]
    public void Folder_EveryFile_IsAccountedFor(string folder)
    {
        var files = Shared.Files(folder);
        var import = InventoryImport.Read(files);
        Assert.Equal(files.Count, import.Files.Count);
        foreach (var file in import.Files.OrderBy(f => f.Key).ThenBy(f => f.File))
        {
            output.WriteLine($"{file.File}: {file.RecognisedAs ?? "-"} {file.Ok}/{file.Rows} {file.Unused} ({file.Problems} problems)");
            Assert.True(file.Rows == file.Ok || file.Problems > 0, $"{file.File}: {file.Rows - file.Ok} rows went without a word.");
            Assert.True(file.Key is not null || file.Problems > 0, file.File);
        }
        foreach (var cause in import.Problems.GroupBy(p => (p.Weight, p.Cause)))
            output.WriteLine($"{cause.Count()} × {cause.Key}: {cause.First()}");
        var difference = InventoryMerge.Compare(import.Draft, CatalogueSnapshot.Empty);
        var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, DateTimeOffset.UnixEpoch));
        var again = InventoryMerge.Compare(import.Draft, catalogue);
        Assert.True(again.IsEmpty, string.Join('\n', again.Changed.SelectMany(c => c.Fields.Select(f => $"{c.Key} {f.Field}: {f.Ours} / {f.Theirs}")).Concat(again.Added.Select(a => a.Key.ToString())).Take(20)));
    }
}
