using System.Net;
using System.Text;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>The cloud's own page: its zones, the faults that are set, the last calls. Faults and paces are set by forms on it.</summary>
internal static class StatePage
{
    private const int CallsShown = 100;

    public static string Write(PracticeCloud practice)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Text(practice.Options.Name)).Append(" · practice cloud</title><link rel=\"stylesheet\" href=\"/style.css\"></head><body><main>")
            .Append("<h1>").Append(Text(practice.Options.Name)).Append(" <small>PRACTICE CLOUD</small></h1>")
            .Append("<p class=\"soft\">Answers CloudStack's API, version ").Append(Text(practice.Cloud.Profile.Version)).Append(", at <code>/client/api</code>. Nothing here is real; nothing here costs anything.</p>");
        lock (practice.Cloud.Gate)
        {
            SelfActing.Advance(practice.Cloud, practice.Pace, practice.Time.GetUtcNow());
            ZoneTree.Write(html, practice.Cloud);
        }
        FaultForms.Write(html, practice);
        Calls(html, practice);
        return html.Append("</main></body></html>").ToString();
    }

    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static void Calls(StringBuilder html, PracticeCloud practice)
    {
        var calls = practice.Calls.All();
        html.Append($"<h2>Calls</h2><p class=\"soft\">{calls.Count} received; the last {Math.Min(calls.Count, CallsShown)}, newest first.</p>");
        html.Append("<div class=\"scroll\"><table><tr><th class=\"number\">No.<th>Time (UTC)<th>Method<th>Command<th>Parameters<th>Answer</tr>");
        foreach (var call in calls.Reverse().Take(CallsShown))
        {
            var parameters = string.Join(' ', call.Parameters.Select(p => $"{p.Key}={p.Value}"));
            var answer = call.Status == 0 ? call.Fault is null ? "in progress" : "connection broken" : $"{call.Status} {call.Text}";
            html.Append($"<tr><td class=\"number\">{call.Number}<td>{call.Time.UtcDateTime:HH:mm:ss}<td>{Text(call.Method)}<td><code>{Text(call.Command)}</code><td>{Text(parameters)}")
                .Append($"<td{(call.Status is 0 or >= 400 ? " class=\"bad\"" : "")}>{Text(answer)}{(call.Fault is null ? "" : $" · fault: {call.Fault}")}</tr>");
        }
        html.Append("</table></div>");
    }
}
