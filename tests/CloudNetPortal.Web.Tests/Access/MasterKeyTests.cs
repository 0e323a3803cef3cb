using System.Security.Cryptography;
using System.Xml.Linq;
using CloudNetPortal.Web.Access;
using Microsoft.Extensions.Configuration;

namespace CloudNetPortal.Web.Tests.Access;

public sealed class MasterKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudnet-key-");

    [Fact]
    public void Seal_OpenedAfterARestart_IsWhatItWas()
    {
        var secret = new XElement("key", "of a cookie");

        var box = new SealedXml(KeyOf(_folder.FullName)).Encrypt(secret).EncryptedElement;

        Assert.DoesNotContain("of a cookie", box.ToString(), StringComparison.Ordinal);
        Assert.Equal(secret.ToString(), new SealedXml(KeyOf(_folder.FullName)).Decrypt(box).ToString());
    }

    [Fact]
    public void Seal_OpenedWithAnotherKey_IsRefused()
    {
        var box = new SealedXml(KeyOf(_folder.FullName)).Encrypt(new XElement("key", "x")).EncryptedElement;

        Assert.ThrowsAny<CryptographicException>(() => new SealedXml(KeyOf(Path.Combine(_folder.FullName, "other"))).Decrypt(box));
    }

    [Fact]
    public void File_IsReadableByItsOwnerOnly()
    {
        _ = KeyOf(_folder.FullName).Bytes;

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.FullName, "master.key")));
    }

    [Fact]
    public void File_Cut_SaysWhichAndWhatToDo()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "master.key"), [1, 2, 3]);

        var trouble = Assert.Throws<InvalidOperationException>(() => KeyOf(_folder.FullName).Bytes);
        Assert.Contains("has 3 bytes", trouble.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static MasterKey KeyOf(string folder) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Portal:DataFolder"] = folder }).Build());
}
