using System.Security.Cryptography;
using System.Text;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A UUID made from a name. A storage pool's id is that of its server and path, so the same storage gets the same id whenever it is added.</summary>
internal static class NameUuid
{
    public static string Of(string name)
    {
#pragma warning disable CA5351 // What the server does; nothing is kept secret by it.
        var bytes = MD5.HashData(Encoding.UTF8.GetBytes(name));
#pragma warning restore CA5351
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x30);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
