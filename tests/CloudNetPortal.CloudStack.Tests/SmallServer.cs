using System.Collections.Concurrent;
using CloudNetPortal.CloudStack.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CloudNetPortal.CloudStack.Tests;

/// <summary>A real HTTP server on a free port that answers with whatever a test says, and remembers what it was sent.</summary>
public sealed class SmallServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallServer(WebApplication app) => _app = app;

    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Received { get; } = new();

    public Uri Address => new(_app.Urls.Single() + "/client/api");

    public static async Task<SmallServer> StartAsync(Func<IReadOnlyDictionary<string, string>, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new SmallServer(app);
        app.Run(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            var fields = form.ToDictionary(f => f.Key, f => f.Value.ToString());
            server.Received.Enqueue(fields);
            await answer(fields, context);
        });
        await app.StartAsync();
        return server;
    }

    public static Task<SmallServer> SayingAsync(int status, string body, string type = "application/json") =>
        StartAsync((_, context) => Say(context, status, body, type));

    public static Task Say(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    public CloudStackClient Client(Action<CallTrace>? trace = null, string key = "key", string secret = "secret") =>
        new(CloudStackHttp.Create(), new CloudStackEndpoint(Address, key, secret), TimeProvider.System, trace);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
