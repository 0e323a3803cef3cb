using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>Limits that are off until a setting turns them on: POST and time stamps only (CS-011), calls per second (CS-012).</summary>
internal sealed partial class CallLimits(CloudState cloud)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);
    private readonly Queue<DateTimeOffset> recent = new();

    public void Check(Request request, DateTimeOffset now)
    {
        if (IsOn("enforce.post.requests.and.timestamps"))
        {
            if (!Reading().IsMatch(request.Command!) && !HttpMethods.IsPost(request.Method))
                throw Refusal.Plain(400, $"State changing command {request.Command} needs to be sent using POST request");
            if (request.Any("signatureversion") != "3" || request.Any("expires") is not { } text || !Expiry.TryRead(text, out var until) || until > now + Ahead)
                throw Refusal.Unauthorized();
        }
        if (IsOn("api.throttling.enabled"))
            Throttle(now);
    }

    private void Throttle(DateTimeOffset now)
    {
        var interval = TimeSpan.FromSeconds(Number("api.throttling.interval"));
        lock (recent)
        {
            while (recent.Count > 0 && recent.Peek() + interval <= now)
                recent.Dequeue();
            if (recent.Count >= Number("api.throttling.max"))
                throw Refusal.Command(429, $"The given user has reached his/her account api limit, please retry after [{(long)(recent.Peek() + interval - now).TotalMilliseconds}] ms.");
            recent.Enqueue(now);
        }
    }

    private bool IsOn(string setting)
    {
        lock (cloud.Gate)
            return cloud.Setting(setting).Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    private int Number(string setting)
    {
        lock (cloud.Gate)
            return int.TryParse(cloud.Setting(setting), CultureInfo.InvariantCulture, out var number) ? number : 1;
    }

    [GeneratedRegex(@"^(get|list|query|find)\w+$")]
    private static partial Regex Reading();
}
