using System.Runtime.CompilerServices;

namespace CloudNetPortal.Testing;

/// <summary>Finds the repository's own files and the larger collection that may lie beside it.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds CloudNetPortal.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The collection of real files beside the repository: <c>../shared</c>, or where CLOUDNET_SHARED points.</summary>
    public static string SharedFolder { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("CLOUDNET_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared"));

    /// <summary>The configuration these tests were built in, as the folder is named: debug or release.</summary>
    public static string Configuration { get; } = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>A path inside the repository.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file or folder beside the test that asks: <c>Beside("Samples/lab.csv")</c>.</summary>
    public static string Beside(string relativePath, [CallerFilePath] string asker = "") => Path.Combine(Path.GetDirectoryName(asker)!, relativePath);

    /// <summary>A file or folder of the collection beside the repository; the test is skipped, with the reason, where there is none.</summary>
    public static string Shared(string relativePath)
    {
        var path = Path.Combine(SharedFolder, relativePath);
        if (!Path.Exists(path)) Assert.Skip($"no {relativePath} beside the repository (../shared, or set CLOUDNET_SHARED)");
        return path;
    }

    /// <summary>The built program of a project under <c>src</c>.</summary>
    public static string Program(string project)
    {
        var path = At("artifacts", "bin", project, Configuration, project + ".dll");
        Assert.True(File.Exists(path), $"{path} is not built: dotnet build src/{project}");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CloudNetPortal.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no CloudNetPortal.sln above {AppContext.BaseDirectory}");
    }
}
