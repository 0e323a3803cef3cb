using System.Security.Cryptography;

namespace CloudNetPortal.Web.Access;

/// <summary>
/// The key that seals data protection's keys before they go into the database, so that a dump of the database alone opens nothing. From <c>Portal__MasterKey</c>
/// (32 bytes in base64, the same for every instance), else from the file master.key in <c>Portal__DataFolder</c>, made at the first start and readable by its owner only.
/// </summary>
internal sealed class MasterKey(IConfiguration configuration)
{
    private const int Length = 32;
    private readonly Lazy<byte[]> bytes = new(() => Read(configuration));

    public byte[] Bytes => bytes.Value;

    private static byte[] Read(IConfiguration configuration)
    {
        if (configuration["Portal:MasterKey"] is { Length: > 0 } text)
            return Check(FromBase64(text), "Portal__MasterKey");
        var folder = configuration["Portal:DataFolder"] ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "cloudnetportal");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "master.key");
        if (!File.Exists(file))
            Make(file);
        return Check(File.ReadAllBytes(file), file);
    }

    // Written aside and moved, without replacing: of two portals that start together one wins, and both read the same.
    private static void Make(string file)
    {
        var aside = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(aside, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Length));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }

    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length]
            : throw new InvalidOperationException($"The master key in Portal__MasterKey is not base64. It must be {Length} bytes in base64, as `openssl rand -base64 {Length}` writes them.");
    }

    private static byte[] Check(byte[] key, string from) =>
        key.Length == Length ? key : throw new InvalidOperationException($"The master key in {from} has {key.Length} bytes; it must have {Length}. Restore it from the backup.");
}
