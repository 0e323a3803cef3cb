using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>Login with a password, for people; programs sign their calls instead.</summary>
internal sealed class Sessions(PracticeCloudOptions options, TimeProvider time)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, (string Key, DateTimeOffset Until)> open = new(StringComparer.Ordinal);

    public JsonObject Login(Request request, HttpContext http, string managementServerId)
    {
        if (http.Request.Cookies["JSESSIONID"] is { } old)
            open.TryRemove(old, out _);
        var user = request.Any("username") ?? "";
        if (user != "admin" || options.Password is null || !CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(request.Any("password") ?? ""), System.Text.Encoding.UTF8.GetBytes(options.Password)))
        {
            throw Refusal.Plain(531, $"Failed to authenticate user {user} in domain 1; please provide valid credentials");
        }
        string id = PracticeCloudOptions.NewKey(), key = PracticeCloudOptions.NewKey();
        open[id] = (key, time.GetUtcNow() + Idle);
        var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/client" };
        http.Response.Cookies.Append("JSESSIONID", id, cookie);
        http.Response.Cookies.Append("sessionkey", key, cookie);
        var admin = FreshCloud.Admin;
        return Json.Of(("username", user), ("userid", FreshCloud.AdminUserId), ("domainid", FreshCloud.RootDomain.Id), ("timeout", 1800), ("account", admin.Text("name")),
            ("firstname", "Admin"), ("lastname", "User"), ("type", "1"), ("timezone", "UTC"), ("timezoneoffset", "0.0"), ("registered", "false"), ("sessionkey", key),
            ("is2faenabled", "false"), ("is2faverified", "true"), ("issuerfor2fa", "CloudStack"), ("managementserverid", managementServerId));
    }

    /// <summary>True or false for a call that carries a session's cookie; null when it carries none. The key must come as cookie and as parameter.</summary>
    public bool? Allows(Request request, HttpContext http)
    {
        if (http.Request.Cookies["JSESSIONID"] is not { } id || !open.TryGetValue(id, out var session))
            return null;
        var now = time.GetUtcNow();
        if (session.Until < now || http.Request.Cookies["sessionkey"] != session.Key || request.Any("sessionkey") != session.Key)
        {
            open.TryRemove(id, out _);
            return false;
        }
        open[id] = (session.Key, now + Idle);
        return true;
    }

    public void End(HttpContext http)
    {
        if (http.Request.Cookies["JSESSIONID"] is { } id)
            open.TryRemove(id, out _);
    }

    public void EndAll() => open.Clear();
}
