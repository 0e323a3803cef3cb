using CloudNetPortal.Testing;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>
/// Designs of other people, from documentation, issues and blogs, as facts: every fault that is known in them is found by the rule that should, and every other
/// finding was looked at and is true. <c>CLOUDNET_TRUTH_TABLE=FILE</c> writes the table.
/// </summary>
public sealed class DesignTests
{
    public static TheoryData<string> Ids => [.. DesignCase.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void Design_KnownFaults_AreFoundAndAllElseIsTrue(string id)
    {
        var design = DesignCase.Read(id);
        var wrong = string.Join('\n', design.NotFound.Concat(design.Unjudged).Concat(design.Stale));
        Assert.True(wrong.Length == 0, wrong);
    }

    [Fact]
    public void SharedDesigns_EveryOne_IsWrittenDown()
    {
        var shared = Directory.EnumerateFiles(RepositoryFiles.Shared("data/cloudstack/designs"), "*.yaml").Select(f => (Id: Path.GetFileNameWithoutExtension(f), Text: File.ReadAllText(f))).ToList();
        Assert.Equal("", string.Join(' ', shared.Select(s => s.Id).Except(DesignCase.Ids)));
        // A design with known faults has a line for each: found, or why it cannot be.
        foreach (var (id, text) in shared.Where(s => s.Text.Contains("check_should_find:", StringComparison.Ordinal)))
        {
            var faults = text[text.IndexOf("check_should_find:", StringComparison.Ordinal)..].Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal));
            // A report of two attempts is two cases, the second named after the first.
            var said = DesignCase.Ids.Where(i => i == id || i.StartsWith(id + "-", StringComparison.Ordinal)).Select(DesignCase.Read).Sum(d => d.Finds.Count + d.Absent.Count);
            Assert.True(said >= faults, $"{id} names {faults} faults.");
        }
    }

    [Fact]
    public void Table_HasARowForEveryDesign()
    {
        var rows = DesignCase.Ids.Select(i => DesignCase.Read(i).Row).Prepend("|---|---|---|---|---|").Prepend("| design | expected | found | extra, judged true | not encodable |").ToList();
        Assert.All(rows, r => Assert.Equal(6, r.Count(c => c == '|')));
        if (Environment.GetEnvironmentVariable("CLOUDNET_TRUTH_TABLE") is { Length: > 0 } path)
            File.WriteAllLines(path, rows);
    }
}
