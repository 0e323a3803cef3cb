using System.IO.Compression;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>Opens archives among uploaded files. Everything is bounded: sizes are counted while unpacking, never taken from the archive's word.</summary>
public static class Upload
{
    /// <summary>Most bytes of an import, unpacked.</summary>
    public const long MostBytes = 200L * 1024 * 1024;

    /// <summary>Most files of an import, unpacked.</summary>
    public const int MostFiles = 10_000;

    /// <summary>Unpacks archives (one level deep) and refuses what is too much.</summary>
    public static (IReadOnlyList<ImportFile> Files, IReadOnlyList<ImportProblem> Problems) Open(IEnumerable<ImportFile> uploaded)
    {
        var files = new List<ImportFile>();
        var problems = new List<ImportProblem>();
        long bytes = 0;
        foreach (var file in uploaded)
        {
            var log = new ProblemLog(file.Path);
            if (!IsZip(file))
            {
                if (Fits(file.Bytes.Length, log))
                    files.Add(file);
            }
            else
                Unpack(file, log);
            problems.AddRange(log.Problems);
        }
        return (files, problems);

        bool Fits(long size, ProblemLog log)
        {
            if (files.Count >= MostFiles)
                log.Error("Too many files", $"An import takes at most {MostFiles} files; the rest was left out.", "Import in several parts.");
            else if ((bytes += size) > MostBytes)
                log.Error("Too large", $"An import takes at most {MostBytes / (1024 * 1024)} MB unpacked; the rest was left out.", "Import in several parts.");
            else
                return true;
            return false;
        }

        void Unpack(ImportFile archive, ProblemLog log)
        {
            var prefix = archive.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? archive.Path[..^4] : archive.Path;
            try
            {
                using var zip = new ZipArchive(new MemoryStream(archive.Bytes.ToArray(), false), ZipArchiveMode.Read);
                foreach (var entry in zip.Entries)
                {
                    if (entry.FullName.EndsWith('/') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
                        continue;
                    if (entry.FullName.Split('/', '\\').Contains(".."))
                    {
                        log.Error("Path leaves the archive", "An entry of the archive has a path with “..”.", "Pack the folder again.", value: entry.FullName);
                        continue;
                    }
                    if (Read(entry, MostBytes - bytes) is not { } content)
                    {
                        log.Error("Too large", $"An import takes at most {MostBytes / (1024 * 1024)} MB unpacked; the archive was left out from here on.", "Import in several parts.", value: entry.FullName);
                        return;
                    }
                    if (!Fits(content.Length, log))
                        return;
                    var file = new ImportFile($"{prefix}/{entry.FullName}", content);
                    if (IsZip(file))
                        log.Warning("Archive in an archive", "The inner archive was not opened.", "Unpack it and import its files.", value: entry.FullName);
                    else
                        files.Add(file);
                }
            }
            catch (InvalidDataException)
            {
                log.Error("Broken archive", "The zip archive is damaged or cut off.", "Pack it again.");
            }
        }
    }

    private static bool IsZip(ImportFile file) => file.Bytes.Span.StartsWith("PK\u0003\u0004"u8);

    private static byte[]? Read(ZipArchiveEntry entry, long most)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = source.Read(buffer)) > 0)
        {
            if (target.Length + count > most)
                return null;
            target.Write(buffer, 0, count);
        }
        return target.ToArray();
    }
}
