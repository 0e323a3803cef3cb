using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CloudNetPortal.Web.Access;

/// <summary>Seals data protection's keys with the <see cref="MasterKey"/> (AES-256-GCM) and opens them again.</summary>
internal sealed class SealedXml(MasterKey master) : IXmlEncryptor, IXmlDecryptor
{
    private const int NonceLength = 12, TagLength = 16;

    // Data protection makes the opener by its type's name and hands it the services.
    public SealedXml(IServiceProvider services) : this(services.GetRequiredService<MasterKey>())
    {
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(master.Bytes, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return new(new XElement("sealed", Convert.ToBase64String(box)), typeof(SealedXml));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var box = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(master.Bytes, TagLength);
        aes.Decrypt(box[..NonceLength], box[(NonceLength + TagLength)..], box.Slice(NonceLength, TagLength), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
