using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>Reads any number of inventory files into one draft, with all problems of all files at once. Nothing is stored.</summary>
public sealed class InventoryImport
{
    private InventoryImport(InventoryDraft draft, IReadOnlyList<FileReport> files, IReadOnlyList<ImportProblem> problems, InventoryMapping mapping) =>
        (Draft, Files, Problems, Mapping) = (draft, files, problems, mapping);

    /// <summary>What the files say.</summary>
    public InventoryDraft Draft { get; }

    /// <summary>Each file: what it was taken for and how much of it was understood.</summary>
    public IReadOnlyList<FileReport> Files { get; }

    /// <summary>Problems of all files.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; }

    /// <summary>The words that were met and what they were taken for.</summary>
    public InventoryMapping Mapping { get; }

    /// <summary>Reads files.</summary>
    /// <param name="files">The files; archives have been opened before, see <see cref="Upload"/>.</param>
    /// <param name="mapping">Decisions of a person; null for none.</param>
    /// <param name="knownDevices">Names of devices in the catalogue, by which folders and file names are recognised.</param>
    public static InventoryImport Read(IReadOnlyList<ImportFile> files, InventoryMapping? mapping = null, IEnumerable<string>? knownDevices = null)
    {
        mapping ??= new InventoryMapping();
        var draft = new InventoryDraft();
        var reports = new Dictionary<ImportFile, FileReport>(ReferenceEqualityComparer.Instance);
        var problems = new List<ImportProblem>();
        var known = new HashSet<string>(knownDevices ?? [], StringComparer.OrdinalIgnoreCase);
        var kinds = files.Select(f => (File: f, Kind: Kind(f, mapping))).ToList();
        foreach (var (file, kind) in kinds.OrderBy(k => k.Kind?.Importer.Order ?? 9).ThenBy(k => k.File.Path, StringComparer.Ordinal))
        {
            var log = new ProblemLog(file.Path);
            foreach (var problem in file.IsBinary ? [] : file.EncodingProblems)
                log.Add(problem);
            if (kind is not { } found)
            {
                log.Warning("Not recognised", file.IsBinary ? "The file is not text." : "The content is of no known kind; nothing of it was taken over.", "Choose the kind by hand, or leave the file out.");
                reports[file] = new FileReport(file.Path, null, null, 0, null, 0, 0, null, log.Problems.Count);
            }
            else
                reports[file] = ReadOne(file, found.Importer, found.Certainty, draft, mapping, known, log);
            problems.AddRange(log.Problems);
        }
        var completion = new ProblemLog("all files");
        DraftCompletion.Complete(draft, mapping, completion);
        problems.AddRange(completion.Problems);
        return new(draft, [.. files.Select(f => reports[f])], problems, mapping);
    }

    private static (InventoryImporter Importer, double Certainty)? Kind(ImportFile file, InventoryMapping mapping) =>
        mapping.Kinds.TryGetValue(file.Path, out var key) && InventoryImporter.All.FirstOrDefault(i => i.Key == key) is { } chosen ? (chosen, 1) : InventoryImporter.For(file);

    private static FileReport ReadOne(ImportFile file, InventoryImporter importer, double certainty, InventoryDraft draft, InventoryMapping mapping, HashSet<string> known, ProblemLog log)
    {
        string? device = null;
        if (importer.SpeaksOfOneDevice)
        {
            device = FileOwner.Of(file, importer, mapping, name => draft.DeviceNames.TryGetValue(name, out var met) ? met : known.TryGetValue(name, out var kept) ? kept : null, log);
            if (device is null)
                return new FileReport(file.Path, importer.Key, importer.Title, certainty, null, 0, 0, null, log.Problems.Count);
        }
        var reading = new InventoryReading(file, device, draft, mapping, log, importer.SpeaksOfOneDevice ? SourceWeight.Observed : SourceWeight.Documented);
        importer.Read(reading);
        return new FileReport(file.Path, importer.Key, importer.Title, certainty, device, reading.Rows, reading.Ok, reading.Unused, log.Problems.Count, reading.Ignored);
    }
}

/// <summary>What became of one file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Key">Key of the importer, or null when the file was not recognised.</param>
/// <param name="RecognisedAs">Title of the importer, or null.</param>
/// <param name="Certainty">0 to 1, from the content.</param>
/// <param name="Device">The device it speaks of, where it speaks of one.</param>
/// <param name="Rows">Rows met.</param>
/// <param name="Ok">Rows taken over completely.</param>
/// <param name="Unused">Why a recognised file brings nothing to the catalogue, or null.</param>
/// <param name="Problems">How many problems it has.</param>
/// <param name="Ignored">Rows among those taken over that are known and hold nothing the catalogue keeps, such as routing in the configuration of a switch.</param>
public sealed record FileReport(string File, string? Key, string? RecognisedAs, double Certainty, string? Device, int Rows, int Ok, string? Unused, int Problems, int Ignored = 0);
