using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Sources;

/// <summary>
/// The properties files from which Marvin's generators (sandbox/basic, advanced, advancedsg; misc/build) make zone files. They leave out what the generators
/// hold as text, so no design can be made of them alone: the file is recognised, its sections are named, and the way on is said.
/// </summary>
public sealed class MarvinPropertiesImporter : ZoneFileImporter
{
    private static readonly string[] Sections = ["[globals]", "[environment]", "[cloudstack]", "[cobbler]", "[ipmi]", "[dhcp]"];

    /// <inheritdoc/>
    public override string Key => "marvin-properties";

    /// <inheritdoc/>
    public override string Title => "Properties of a Marvin generator";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Split('\n').Count(l => Sections.Contains(l.Trim())) >= 2 ? 0.9 : 0;

    /// <inheritdoc/>
    public override ZoneImport Read(ImportFile file)
    {
        var log = new ProblemLog(file.Path);
        var section = "";
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, number) in file.Text.Split('\n').Select((l, i) => (l.Trim(), i + 1)))
        {
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            if (line.StartsWith('[') && line.EndsWith(']'))
                section = line[1..^1];
            else if (line.Contains('='))
                values[section] = values.GetValueOrDefault(section) + 1;
            else
                log.Warning("Line not understood", "The line is neither a section nor name=value.", "Correct the line.", number, 1, section, line);
        }
        log.Error("Not a zone file", $"The file feeds a generator of zone files ({string.Join(", ", values.Select(v => $"{v.Value} values in [{v.Key}]"))}); names, networks and hosts of the zone stand in the generator.",
            "Run the generator beside the file (sandbox/…_env.py -i setup.properties -o zone.cfg) and import what it writes.", 1, 1);
        return new ZoneImport { RecognisedAs = Title, Problems = log.Problems };
    }
}
