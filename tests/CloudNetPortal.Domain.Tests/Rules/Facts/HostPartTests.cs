using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Tests.Rules.Facts;

public sealed class HostPartTests
{
    [Theory]
    [InlineData("http://10.0.0.1:8080/x", "10.0.0.1")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("nfs://filer.example.net/export", "filer.example.net")]
    [InlineData("rbd://admin:se:cret@10.0.40.10:6789/pool", "10.0.40.10")]
    [InlineData("cifs://nas/share?user=admin&password=x@y", "nas")]
    [InlineData("nfs://[2001:db8::1]/export", "2001:db8::1")]
    [InlineData("nfs://[2001:db8::1]:2049/export", "2001:db8::1")]
    [InlineData("nfs:///export", null)]
    [InlineData("nfs://@/export", null)]
    [InlineData("[", "[")]
    [InlineData(" ", null)]
    public void Url_GivesItsServer(string url, string? server) => Assert.Equal(server, HostFacts.HostPart(url));
}
