using System.Globalization;
using System.Text;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Faults;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Pages;

/// <summary>The faults in force and how long things take, with forms that change both. They work without scripts.</summary>
internal static class FaultForms
{
    public static void Write(StringBuilder html, PracticeCloud practice)
    {
        html.Append("<h2>Faults</h2>");
        Rules(html, practice.Faults.All());
        html.Append("<form class=\"fields\" method=\"post\" action=\"/faults\">")
            .Append("<label>Command <input name=\"command\" list=\"commands\" value=\"*\" required></label><datalist id=\"commands\"><option value=\"*\"><option value=\"list*\">");
        foreach (var command in CommandBook.All)
            html.Append("<option value=\"").Append(command.Name).Append("\">");
        html.Append("</datalist><label>What happens <select name=\"kind\">");
        foreach (var kind in Enum.GetValues<FaultKind>())
            html.Append("<option value=\"").Append(kind).Append("\">").Append(Words(kind)).Append("</option>");
        html.Append("</select></label>");
        Number(html, "share", "Share of calls", "1", "0.01", "1", "0.01");
        Number(html, "nth", "Only the n-th call (0 = every)", "0", "0", null, "1");
        Number(html, "times", "At most (0 = no end)", "0", "0", null, "1");
        Number(html, "milliseconds", "Milliseconds", "0", "0", null, "1");
        Number(html, "code", "Error code", "530", "400", "599", "1");
        Number(html, "retryafter", "Retry-After (s)", "", "0", null, "1");
        html.Append("<label>Text <input name=\"text\" value=\"Fault injected by the practice cloud\"></label><button>Set fault</button></form>");
        Paces(html, practice.Pace);
    }

    private static void Rules(StringBuilder html, IReadOnlyList<FaultRule> rules)
    {
        if (rules.Count == 0)
        {
            html.Append("<p class=\"soft\">None set.</p>");
            return;
        }
        html.Append("<div class=\"scroll\"><table><tr><th>Command<th>Kind<th>Which call<th>Text<th class=\"number\">Seen<th class=\"number\">Struck<th><span class=\"soft\">Remove</span></tr>");
        foreach (var rule in rules)
        {
            var which = (rule.Nth == 0 ? "every" : $"{rule.Nth}.") + (rule.Share < 1 ? string.Create(CultureInfo.InvariantCulture, $", {rule.Share:P0} of them") : "");
            html.Append($"<tr><td><code>{StatePage.Text(rule.Command)}</code><td>{Words(rule.Kind)}<td>{which}<td>{StatePage.Text(rule.Text)}<td class=\"number\">{rule.Seen}<td class=\"number\">{rule.Struck}")
                .Append($"<td><form method=\"post\" action=\"/faults/remove\"><input type=\"hidden\" name=\"id\" value=\"{rule.Id}\"><button aria-label=\"Remove the fault for {StatePage.Text(rule.Command)}\">Remove</button></form></tr>");
        }
        html.Append("</table></div>");
    }

    private static void Paces(StringBuilder html, Pace pace)
    {
        html.Append("<h2>Paces</h2><form class=\"fields\" method=\"post\" action=\"/pace\">");
        Number(html, "latency", "Latency (1 = as measured)", pace.Latency.ToString(CultureInfo.InvariantCulture), "0", "1000", "any");
        Number(html, "hostmaintenance", "Host maintenance (s)", pace.HostMaintenance.TotalSeconds.ToString(CultureInfo.InvariantCulture), "0", null, "any");
        Number(html, "systemvms", "System VMs (s)", pace.SystemVms.TotalSeconds.ToString(CultureInfo.InvariantCulture), "0", null, "any");
        Number(html, "expunge", "Expunging (s)", pace.Expunge.TotalSeconds.ToString(CultureInfo.InvariantCulture), "0", null, "any");
        html.Append($"<label class=\"tick\"><input type=\"checkbox\" name=\"races\" value=\"true\"{(pace.Races ? " checked" : "")}> Calls at the same time miss each other</label><button>Set paces</button></form>")
            .Append("<h2>Restart</h2><form class=\"fields\" method=\"post\" action=\"/restart\">");
        Number(html, "seconds", "Down for (s)", "5", "0", "3600", "1");
        html.Append("<button>Restart and lose running jobs</button></form>");
    }

    private static void Number(StringBuilder html, string name, string label, string value, string min, string? max, string step) =>
        html.Append($"<label>{label} <input type=\"number\" name=\"{name}\" value=\"{value}\" min=\"{min}\"{(max is null ? "" : $" max=\"{max}\"")} step=\"{step}\"></label>");

    private static string Words(FaultKind kind)
    {
        var words = new StringBuilder();
        foreach (var c in kind.ToString())
            words.Append(char.IsUpper(c) && words.Length > 0 ? " " : "").Append(words.Length == 0 ? c : char.ToLowerInvariant(c));
        return words.ToString();
    }
}
