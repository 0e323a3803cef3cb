using System.Net;
using System.Text;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>The cloud's own page: its zones, the faults that are set, the last calls. It changes nothing.</summary>
internal static class StatePage
{
    private const int CallsShown = 100;

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --rule: #d5d5dc; --mark: #6a1b9a; --soft: #5c5c66; --bad: #a3260b; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #17171b; --rule: #3a3a44; --mark: #ce93d8; --soft: #a6a6b2; --bad: #ff9d85; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 75rem; padding: 1rem; border-top: 6px solid var(--mark); }
        h1 { font-size: 1.4rem; } h1 small { color: var(--mark); letter-spacing: .08em; font-size: .8rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        ul { padding-left: 1.3rem; } .soft { color: var(--soft); } .bad { color: var(--bad); } .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
        th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; } code { font-size: .9em; }
        """;

    public static string Write(PracticeCloud practice)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Text(practice.Options.Name)).Append(" · practice cloud</title><style>").Append(Style).Append("</style></head><body><main>")
            .Append("<h1>").Append(Text(practice.Options.Name)).Append(" <small>PRACTICE CLOUD</small></h1>")
            .Append("<p class=\"soft\">Answers CloudStack's API, version ").Append(Text(practice.Cloud.Profile.Version)).Append(", at <code>/client/api</code>. Nothing here is real; nothing here costs anything.</p>");
        lock (practice.Cloud.Gate)
        {
            SelfActing.Advance(practice.Cloud, practice.Pace, practice.Time.GetUtcNow());
            ZoneTree.Write(html, practice.Cloud);
        }
        Faults(html, practice);
        Calls(html, practice);
        return html.Append("</main></body></html>").ToString();
    }

    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static void Faults(StringBuilder html, PracticeCloud practice)
    {
        var rules = practice.Faults.All();
        html.Append("<h2>Faults</h2>");
        if (rules.Count == 0)
        {
            html.Append("<p class=\"soft\">None set. <code>POST /control/faults</code> sets one.</p>");
            return;
        }
        html.Append("<div class=\"scroll\"><table><tr><th>Command<th>Kind<th>Which call<th>Text<th class=\"number\">Seen<th class=\"number\">Struck</tr>");
        foreach (var rule in rules)
        {
            html.Append($"<tr><td><code>{Text(rule.Command)}</code><td>{rule.Kind}<td>{(rule.Nth == 0 ? "every" : $"{rule.Nth}.")}<td>{Text(rule.Text)}<td class=\"number\">{rule.Seen}<td class=\"number\">{rule.Struck}</tr>");
        }
        html.Append("</table></div>");
    }

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
