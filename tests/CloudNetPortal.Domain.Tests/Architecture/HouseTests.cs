using System.Text.RegularExpressions;
using System.Xml.Linq;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Domain.Tests.Architecture;

/// <summary>The rules of the house that the compiler does not know.</summary>
public sealed partial class HouseTests
{
    // The arrows as they are drawn; a new one is a decision, not an accident.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Domain"] = [],
        ["CloudStack"] = [],
        ["CloudStackEmulator"] = [],
        ["Push"] = ["CloudStack", "Domain"],
        ["Import"] = ["CloudStack", "Domain"],
        ["Store"] = ["Domain"],
        ["Web"] = ["CloudStack", "Domain", "Import", "Push", "Store"],
        ["Cli"] = ["CloudStack", "Domain", "Import", "Push"],
    };

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(RepositoryFiles.At("src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"));

    [Fact]
    public void Domain_ReferencesOnlyTheFramework() =>
        Assert.All(typeof(Discovery).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));

    [Fact]
    public void Projects_ReferenceOnlyWhatTheDrawingAllows() => Assert.All(Directory.GetDirectories(RepositoryFiles.At("src")), folder =>
    {
        var name = Path.GetFileName(folder)["CloudNetPortal.".Length..];
        var references = XDocument.Load(Directory.GetFiles(folder, "*.csproj").Single()).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))["CloudNetPortal.".Length..]);
        Assert.True(Arrows.ContainsKey(name), $"{name} is not in the drawing");
        Assert.Empty(references.Except(Arrows[name]));
    });

    [Fact]
    public void Types_DoNotHideBehindVagueNames() =>
        Assert.Empty(Sources().SelectMany(Declared).Where(t => VagueName().IsMatch(t.Name)).Select(t => t.Name));

    [Fact]
    public void Files_AreNamedAsATypeTheyHold() =>
        Assert.Empty(Sources().Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}"))
            .Select(f => (File: Path.GetFileName(f), Types: Declared(f).Select(t => t.Name).ToList())).Where(f => f.Types.Count > 0 && !f.Types.Contains(f.File.Split('.')[0]))
            .Select(f => $"{f.File} holds {string.Join(", ", f.Types)}"));

    [Fact]
    public void Namespaces_AreNotNamedAsTypes()
    {
        var types = typeof(Discovery).Assembly.GetTypes();
        var names = types.Where(t => t is { IsNested: false, Namespace: not null }).Select(t => t.Name).ToHashSet();
        Assert.Equal([], types.Select(t => t.Namespace).OfType<string>().Select(n => n.Split('.')[^1]).Distinct().Intersect(names));
    }

    [Fact]
    public void Interfaces_ArePromisesThatSeveralKeep()
    {
        // Written to by the portal, by cloudnet and by tests: the two that are wanted although one project may hold one implementation.
        string[] wanted = ["IPushJournal", "IPushObserver"];
        var texts = Sources().Select(File.ReadAllText).ToList();
        var declared = texts.SelectMany(t => Interface().Matches(t).Select(m => m.Groups[1].Value)).Except(wanted);
        Assert.Equal([], declared.Where(name => texts.Sum(t => Regex.Count(t, $@"(class|record|struct)\b[^{{;]*[:,]\s*([\w.<>]+,\s*)*{name}\b")) < 2));
    }

    private static IEnumerable<(string Name, int At)> Declared(string file) => Type().Matches(File.ReadAllText(file)).Select(m => (m.Groups[1].Value, m.Index));

    [GeneratedRegex(@"(Manager|Helper|Helpers|Utils|Util|Common)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly)\s+)+(?:class|record\s+struct|record\s+class|record|struct|enum|interface)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"^(?:(?:public|internal)\s+)?(?:partial\s+)?interface\s+(I\w+)", RegexOptions.Multiline)]
    private static partial Regex Interface();
}
