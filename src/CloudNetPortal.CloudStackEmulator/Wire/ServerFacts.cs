using System.Globalization;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>What the practice cloud says about itself.</summary>
internal static class ServerFacts
{
    public static string Date(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
}
