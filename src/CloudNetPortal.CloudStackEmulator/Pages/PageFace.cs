using System.Globalization;
using System.Net;
using System.Text;
using CloudNetPortal.CloudStackEmulator.Faults;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>The cloud's own page and the forms on it. A form is taken only from this page in a browser on this machine.</summary>
internal static class PageFace
{
    public static void Map(WebApplication app, PracticeCloud practice)
    {
        app.MapGet("/style.css", () => Results.Content(StateStyle.Css, "text/css; charset=utf-8"));
        app.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            return Results.Content(StatePage.Write(practice), "text/html; charset=utf-8");
        });
        Form(app, "/faults", form => SetFault(practice, form));
        Form(app, "/faults/remove", form => practice.Faults.Remove(form["id"].ToString()));
        Form(app, "/pace", form => SetPace(practice.Pace, form));
        Form(app, "/restart", form => practice.Restart(TimeSpan.FromSeconds(Math.Clamp(Number(form, "seconds") ?? 0, 0, 3600))));
    }

    private static void Form(WebApplication app, string path, Action<IFormCollection> act) => app.MapPost(path, async (HttpContext http) =>
    {
        if (!FromThisPage(http) || !http.Request.HasFormContentType)
            return Results.StatusCode(403);
        act(await http.Request.ReadFormAsync().ConfigureAwait(false));
        return Results.Redirect("/", permanent: false, preserveMethod: false);
    });

    private static void SetFault(PracticeCloud practice, IFormCollection form)
    {
        var line = new StringBuilder();
        foreach (var name in (string[])["command", "kind", "share", "nth", "times", "milliseconds", "code", "retryafter", "text"])
        {
            if (form[name].ToString().Trim() is { Length: > 0 } value)
                line.Append(name).Append('=').Append(value.Replace(';', ',')).Append(';');
        }
        if (FaultRule.Read(line.ToString(), out _) is { } rule)
            practice.Faults.Add(rule);
    }

    private static void SetPace(Pace pace, IFormCollection form)
    {
        pace.Latency = Math.Clamp(Number(form, "latency") ?? pace.Latency, 0, 1000);
        pace.HostMaintenance = Seconds(form, "hostmaintenance", pace.HostMaintenance);
        pace.SystemVms = Seconds(form, "systemvms", pace.SystemVms);
        pace.Expunge = Seconds(form, "expunge", pace.Expunge);
        pace.Races = form["races"] == "true";
    }

    private static TimeSpan Seconds(IFormCollection form, string name, TimeSpan otherwise) => Number(form, name) is { } seconds and >= 0 and <= 86400 ? TimeSpan.FromSeconds(seconds) : otherwise;

    private static double? Number(IFormCollection form, string name) => double.TryParse(form[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The browser says which page a form was on; another site's page is refused, and so is one that reached us by another name.</summary>
    private static bool FromThisPage(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && Uri.TryCreate(http.Request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Authority == http.Request.Host.Value;
}
