using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests;

/// <summary>Small files of our own, kept beside the tests and copied with them.</summary>
internal static class Sample
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static ImportFile File(string path) => new(path, System.IO.File.ReadAllBytes(Path.Combine(Folder, path)));

    public static List<ImportFile> Files(string folder)
    {
        var full = Path.Combine(Folder, folder);
        return [.. Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new ImportFile(Path.GetRelativePath(full, f), System.IO.File.ReadAllBytes(f)))];
    }
}
