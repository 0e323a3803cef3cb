using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Sources;

/// <summary>The portal's own zone design in JSON or YAML, as its export writes it (docs/zone-design.schema.json) or as people write it by hand (docs/zone-file.md).</summary>
public sealed partial class DesignImporter : ZoneFileImporter
{
    /// <inheritdoc/>
    public override string Key => "design";

    /// <inheritdoc/>
    public override string Title => "Zone design of the portal";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file)
    {
        var words = Word().EnumerateMatches(file.Text);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
            met.Add(file.Text.Substring(word.Index, word.Length).Trim('"', ' ', ':'));
        return met.Contains("schemaVersion") && met.Contains("physicalNetworks") ? 0.99 : met.Count > 1 ? 0.9 : 0;
    }

    /// <inheritdoc/>
    public override ZoneImport Read(ImportFile file)
    {
        var log = new ProblemLog(file.Path);
        var text = DesignText.Parse(file.Text, log);
        foreach (var problem in file.EncodingProblems)
            log.Add(problem);
        if (!log.HasErrors)
        {
            var filled = HandWrittenDesign.Complete(text);
            foreach (var problem in DesignShape.Check(text, log.File))
                log.Add(problem);
            if (filled is not null && !log.HasErrors)
                log.Note("Filled in", filled, "Write it down where something else is meant.");
        }
        if (!log.HasErrors && text.Root is JsonObject tree)
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

    // Words of a design that no other kind of file has at the top: in quotes (JSON), or at the beginning of a line (YAML).
    [GeneratedRegex("\"(schemaVersion|physicalNetworks|publicRanges|guestNetworks|guestCidr|internalDns1)\"\\s*:|^(schemaVersion|physicalNetworks|publicRanges|guestNetworks|guestCidr|internalDns1|pods|secondaryStorages|kind)\\s*:", RegexOptions.Multiline)]
    private static partial Regex Word();
}
