namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Makes the HTTP client that CloudStack calls need.</summary>
public static class CloudStackHttp
{
    // Far above the longest list: whatever answers with more is no CloudStack, and must not fill the memory.
    private const int LongestAnswer = 64 * 1024 * 1024;

    /// <summary>No cookies (a session cookie would be believed instead of the signature), no redirects (a POST must not be repeated elsewhere), no own time-out.</summary>
    public static HttpClient Create(HttpMessageHandler? handler = null) =>
        new(handler ?? new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // The server closes idle connections after 30 s; closing first avoids sending into a connection that is just going away.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        }) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };
}
