using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>Whole labs of other people, read as they are: what the rules of the catalogue say of them was looked at and is true.</summary>
public sealed class SharedLabTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    // Findings looked at and judged true, by lab and rule.
    private static readonly HashSet<string> True = ["suzieq-cumulus-ospf-ibgp CNP0201b", "suzieq-eos CNP0201b", "suzieq-junos CNP0201b", "suzieq-nxos CNP0201b"];

    [Fact]
    public void Labs_RulesOfTheCatalogue_SayOnlyWhatIsTrue()
    {
        var wrong = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories(Shared.Folder("data/labs")).Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f)))
        {
            var import = InventoryImport.Read(Shared.Files($"data/labs/{folder}"));
            var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(InventoryMerge.Compare(import.Draft, CatalogueSnapshot.Empty), CatalogueSnapshot.Empty, Now));
            var findings = RuleBook.Judge(new RuleInput(new ZoneDesign { Name = "lab", EnableZone = false }, catalogue, PolicyPack.Production, Now)).Findings.Where(f => f.RuleId.StartsWith("CNP0", StringComparison.Ordinal) && f.Status == FindingStatus.Open).ToList();
            output.WriteLine($"{folder}: {import.Files.Count(f => f.Key is not null)} of {import.Files.Count} files read, {catalogue.Devices.Count} devices, {catalogue.Cables.Count} cables, {catalogue.Neighbours.Count} neighbours, {findings.Count} findings");
            wrong.AddRange(findings.Where(f => !True.Contains($"{folder} {f.RuleId}{f.Case}")).Select(f => $"{folder} {f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
