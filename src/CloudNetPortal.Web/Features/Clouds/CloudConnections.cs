using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Store.Clouds;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Makes clients that call a cloud with its stored keys.</summary>
internal sealed class CloudConnections(SecretVault vault, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = CloudStackHttp.Create();

    /// <summary>A client with the push key; null when there is none yet.</summary>
    public Task<CloudStackClient?> ForPush(Cloud cloud, CancellationToken cancel) => Client(cloud, cloud.PushKey, cloud.PushSecretRef, cancel);

    /// <summary>A client with the read key, else with the push key; null when there is neither.</summary>
    public Task<CloudStackClient?> ForRead(Cloud cloud, CancellationToken cancel) =>
        cloud.ReadKey is null ? ForPush(cloud, cancel) : Client(cloud, cloud.ReadKey, cloud.ReadSecretRef, cancel);

    public void Dispose() => _http.Dispose();

    private async Task<CloudStackClient?> Client(Cloud cloud, string? key, string? secretRef, CancellationToken cancel) =>
        key is null || secretRef is null ? null : new CloudStackClient(_http, new CloudStackEndpoint(new Uri(cloud.Endpoint), key, await vault.Open(SecretUse.CloudKey, secretRef, cancel)), time);
}
