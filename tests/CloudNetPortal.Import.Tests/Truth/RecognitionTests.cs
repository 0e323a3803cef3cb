using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>Which files of the collection are read: the kind of every file of labs, switches and hosts, and whether all of it was understood. Needs the collection beside the repository.</summary>
public sealed class RecognitionTests(ITestOutputHelper output)
{
    [Theory, InlineData("labs"), InlineData("switch-show"), InlineData("switch-state"), InlineData("lldp"), InlineData("hosts")]
    public void Files_OfTheCollection_AreReadOrReported(string folder)
    {
        foreach (var file in Shared.Files($"data/{folder}"))
        {
            var import = InventoryImport.Read([file], new InventoryMapping { Devices = { [file.Path] = file.Folder ?? "box" } });
            var report = import.Files[0];
            output.WriteLine($"{report.Key ?? "-"}\t{report.Ok}/{report.Rows}\t{import.Problems.Count(p => p.Weight != ProblemWeight.Note)}\t{report.Unused}\t{file.Path}");
            foreach (var problem in import.Problems.Where(p => p.Weight != ProblemWeight.Note && report.Key is not null).Take(3))
                output.WriteLine($"    {problem.Cause} line {problem.Line}: {problem.Message} [{problem.Value}]");
            // What was not understood is named, never passed over.
            Assert.True(report.Key is null || report.Rows == report.Ok || report.Problems > 0, $"{file.Path}: {report}");
        }
    }
}
