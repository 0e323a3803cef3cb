using System.Text.Json.Nodes;
using CloudNetPortal.Import.Marvin;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Sources;

/// <summary>Zone files of Marvin, CloudStack's test framework (deployDataCenter of CloudStack 4.23): JSON with lines of # comments.</summary>
public sealed class MarvinImporter : ZoneFileImporter
{
    private static readonly string[] Marks = ["\"physical_networks\"", "\"networktype\"", "\"clustername\"", "\"mgtSvr\"", "\"dbSvr\"", "\"globalConfig\""];

    /// <inheritdoc/>
    public override string Key => "marvin";

    /// <inheritdoc/>
    public override string Title => "Marvin zone file";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file)
    {
        var text = file.Text;
        var zones = text.Contains("\"zones\"", StringComparison.Ordinal);
        var marks = Marks.Count(m => text.Contains(m, StringComparison.Ordinal));
        return zones && marks > 0 ? 0.95 : marks > 1 ? 0.8 : 0;
    }

    /// <inheritdoc/>
    public override ZoneImport Read(ImportFile file)
    {
        var log = new ProblemLog(file.Path);
        var text = file.Text;
        foreach (var problem in file.EncodingProblems)
            log.Add(problem);
        var json = JsonText.Parse(text, log, likeMarvin: true);
        if (!log.HasErrors && json.Root is not JsonObject)
            log.Error("No object", "The file holds no JSON object.", "A Marvin file starts with “{” and has a list “zones”.", 1, 1);
        if (log.HasErrors)
            return new ZoneImport { RecognisedAs = Title, Problems = log.Problems };
        var root = (JsonObject)json.Root!;
        var reading = new MarvinReading(json, log);
        var designs = MarvinZones.Read(new MarvinNode(root, "", reading), reading);
        if (designs.Count == 0)
            log.Note("No zone", "The file describes no zone, only how Marvin reaches servers.", "Nothing to do; use a file with “zones” for a design.");
        var leftovers = new MarvinLeftovers(new MarvinTree(designs, reading.Secrets), reading.Secrets).Between(root);
        return new ZoneImport { RecognisedAs = Title, Designs = designs, Secrets = reading.Secrets, Leftovers = leftovers, Problems = log.Problems };
    }
}
