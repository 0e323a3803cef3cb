namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>The programs that drills run, as the build made them.</summary>
internal static class Programs
{
    public static string Emulator => Find("CloudNetPortal.CloudStackEmulator", "CloudNetPortal.CloudStackEmulator.dll");

    public static string Cloudnet => Find("CloudNetPortal.Cli", "cloudnet.dll");

    // artifacts/bin/PROJECT/CONFIGURATION/: the tests lie beside them.
    private static string Find(string project, string file)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built.");
    }
}
