using System.Net.Sockets;
using CloudNetPortal.CloudStackEmulator.Faults;
using CloudNetPortal.CloudStackEmulator.Pages;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>Starts a practice cloud as a web server; its own tests start it in the same way as the program does.</summary>
internal static class PracticeCloudHost
{
    /// <summary>Gives the running server and its first address, without a slash at the end.</summary>
    public static async Task<(WebApplication App, string Address)> StartAsync(PracticeCloudOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Error); // the calls themselves are on the page and under /control/calls
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestLineSize = 8192;
            k.Limits.MaxRequestBodySize = 64 * 1_048_576; // a copied cloud; the API itself takes 1 MiB
        });
        var practice = new PracticeCloud(options, time);
        builder.Services.AddSingleton(practice);
        var app = builder.Build();
        Map(app, practice);
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (IOException problem) when (problem.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new IOException($"{options.Urls} cannot be listened on: {problem.InnerException.Message}. Choose another with --port.", problem);
        }
        return (app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/'));
    }

    private static void Map(WebApplication app, PracticeCloud practice)
    {
        var face = new ApiFace(practice);
        app.MapMethods("/client/api", ["GET", "POST"], face.AnswerAsync);
        app.MapGet("/healthz", () => "ok");
        ControlFace.Map(app, practice);
        PageFace.Map(app, practice);
    }
}
