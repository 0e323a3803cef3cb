namespace CloudNetPortal.Import.Tests;

/// <summary>Finds the collection of real files beside the repository; tests over it are skipped where it is absent.</summary>
internal static class Shared
{
    public static string Folder(string path) => Testing.RepositoryFiles.Shared(path);

    /// <summary>All files of a folder as uploads, paths relative to it.</summary>
    public static List<Import.Reading.ImportFile> Files(string path, string pattern = "*")
    {
        var folder = Folder(path);
        return [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new Import.Reading.ImportFile(Path.GetRelativePath(folder, f), File.ReadAllBytes(f)))];
    }
}
