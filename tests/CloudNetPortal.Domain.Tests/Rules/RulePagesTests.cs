using CloudNetPortal.Testing;

namespace CloudNetPortal.Domain.Tests.Rules;

public sealed class RulePagesTests
{
    [Fact]
    public void Pages_InTheRepository_SayWhatTheRulesSay()
    {
        var folder = RepositoryFiles.At("docs", "rules");
        var pages = RulePages.All().ToList();
        if (Environment.GetEnvironmentVariable("CLOUDNET_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in pages)
                File.WriteAllText(Path.Combine(folder, file), text);
        }
        var stale = pages.Where(p => !File.Exists(Path.Combine(folder, p.File)) || File.ReadAllText(Path.Combine(folder, p.File)).ReplaceLineEndings("\n") != p.Text).Select(p => p.File);
        Assert.True(!stale.Any(), $"Not up to date in docs/rules: {string.Join(", ", stale)}. Run CLOUDNET_WRITE_DOCS=1 tests/run.sh Domain and commit the result.");
        // Beside the pages: what no rule can tell.
        Assert.Equal(pages.Select(p => p.File).Append("not-covered.md").Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }
}
