using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>The cloud's own page.</summary>
internal static class StatePage
{
    public static string Write(PracticeCloud practice) => practice.Options.Name;
}
