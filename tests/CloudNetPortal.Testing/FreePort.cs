using System.Net;
using System.Net.Sockets;

namespace CloudNetPortal.Testing;

/// <summary>A TCP port on the loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>Between 20000 and 32000: below Linux's range of outgoing ports, so that no client takes it before the server does.</summary>
    public static int Next()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: the next one
            }
        }

        throw new InvalidOperationException("no free port between 20000 and 32000");
    }
}
