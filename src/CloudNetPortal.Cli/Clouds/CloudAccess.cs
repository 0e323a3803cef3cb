using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Cli.Clouds;

/// <summary>An open line to a cloud: address, keys, and an HTTP client that goes through the proxy of the environment.</summary>
internal sealed class CloudAccess : IDisposable
{
    private readonly HttpClient _http;

    private CloudAccess(CloudStackEndpoint endpoint, HttpClient http) => (Endpoint, _http, Client) = (endpoint, http, new CloudStackClient(http, endpoint, TimeProvider.System));

    public CloudStackEndpoint Endpoint { get; }

    public CloudStackClient Client { get; }

    public static CloudAccess Open(string? profile)
    {
        var endpoint = CloudCredentials.Find(profile);
        return new CloudAccess(endpoint, CloudStackHttp.Create(Handler(profile)));
    }

    /// <summary>A handler when the usual one does not do: a server whose certificate nobody vouches for, by explicit wish only.</summary>
    public static HttpMessageHandler? Handler(string? profile) => CloudCredentials.TrustsAnyCertificate(profile)
        ? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15), SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null } }
        : null;

    public void Dispose() => _http.Dispose();
}
