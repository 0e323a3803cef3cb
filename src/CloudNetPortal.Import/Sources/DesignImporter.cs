using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Sources;

/// <summary>The portal's own zone design, as its export writes it (docs/zone-design.schema.json).</summary>
public sealed class DesignImporter : ZoneFileImporter
{
    /// <inheritdoc/>
    public override string Key => "design";

    /// <inheritdoc/>
    public override string Title => "Zone design of the portal";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) =>
        file.Text.Contains("\"schemaVersion\"", StringComparison.Ordinal) && file.Text.Contains("\"physicalNetworks\"", StringComparison.Ordinal) ? 0.99 : 0;

    /// <inheritdoc/>
    public override ZoneImport Read(ImportFile file)
    {
        var log = new ProblemLog(file.Path);
        var json = JsonText.Parse(file.Text, log);
        foreach (var problem in file.EncodingProblems)
            log.Add(problem);
        if (!log.HasErrors)
            foreach (var problem in DesignShape.Check(json, log.File))
                log.Add(problem);
        if (!log.HasErrors && json.Root is JsonObject tree)
            try
            {
                return new ZoneImport { RecognisedAs = Title, Designs = [DesignJson.Read(tree)], Problems = log.Problems };
            }
            catch (DesignFormatException wrong)
            {
                log.Error("Not a design", wrong.Message, "Export the design again, or mend the place named.");
            }
        return new ZoneImport { RecognisedAs = Title, Problems = log.Problems };
    }
}
