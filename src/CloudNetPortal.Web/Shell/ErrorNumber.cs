using System.Diagnostics;

namespace CloudNetPortal.Web.Shell;

/// <summary>The correlation id that ties what a person saw to what the log says.</summary>
internal static class ErrorNumber
{
    public static string Next() => Activity.Current is { } activity && activity.TraceId != default
        ? activity.TraceId.ToHexString()[..12] + "-" + Guid.NewGuid().ToString("n")[..4]
        : Guid.NewGuid().ToString("n")[..16];
}
