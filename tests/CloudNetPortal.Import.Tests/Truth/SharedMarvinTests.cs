using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>
/// Every Marvin file of the collection, judged without an inventory, as a fresh portal would: which rules speak of which file was looked at. Files that are known
/// to deploy have no error but those listed. <c>CLOUDNET_SWEEP_TABLE=FILE</c> writes the table.
/// </summary>
public sealed class SharedMarvinTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void MarvinFiles_Errors_AreThoseLookedAt()
    {
        var folder = Shared.Folder("data/cloudstack/marvin");
        var (rows, seen) = (new List<string>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var file in Shared.Files("data/cloudstack/marvin"))
        {
            var import = ZoneFileImporter.ReadAny(file);
            foreach (var design in import.Designs)
            {
                var others = import.Designs.Where(d => d != design).ToList();
                var findings = RuleBook.Judge(new RuleInput(design, CatalogueSnapshot.Empty, PolicyPack.Production, Now) { OtherZones = others }).Findings;
                var errors = findings.Where(f => f is { Severity: Severity.Error, Status: FindingStatus.Open }).ToList();
                var warnings = findings.Where(f => f is { Severity: Severity.Warning, Status: FindingStatus.Open }).ToList();
                rows.Add($"| {file.Path} | {design.Name} | {design.Kind} | {Names(errors)} | {Names(warnings)} | {Names(findings.Where(f => f is { Severity: Severity.Advice, Status: FindingStatus.Open }))} | {findings.Count(f => f.Status == FindingStatus.NotVerified)} |");
                foreach (var finding in errors)
                    seen[$"{file.Path} {design.Name} {finding.RuleId}{finding.Case}"] = finding.Message;
                foreach (var finding in errors.Concat(warnings))
                    output.WriteLine($"{file.Path} {design.Name} {finding.RuleId}{finding.Case} {finding.Severity} {finding.Path}: {finding.Message}");
            }
        }
        if (Environment.GetEnvironmentVariable("CLOUDNET_SWEEP_TABLE") is { Length: > 0 } path)
            File.WriteAllLines(path, [.. rows.Prepend("|---|---|---|---|---|---|---|").Prepend("| File | Zone | Kind | Errors | Warnings | Advice | Not verified |")]);
        var looked = File.ReadAllLines(Testing.RepositoryFiles.Beside("marvin-errors.txt")).Where(l => l.Length > 0 && l[0] != '#').ToHashSet();
        Assert.NotEmpty(rows);
        Assert.True(seen.Keys.All(looked.Contains), string.Join('\n', seen.Where(s => !looked.Contains(s.Key)).Select(s => $"{s.Key}: {s.Value}")));
        Assert.Equal("", string.Join('\n', looked.Where(l => Directory.Exists(folder) && !seen.ContainsKey(l))));
    }

    private static string Names(IEnumerable<Finding> findings) => string.Join(", ", findings.GroupBy(f => f.RuleId + f.Case).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ×{g.Count()}"));
}
