using System.Text;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>A failure report as a table for spreadsheets: one line per thing that fails, traffic type and cluster.</summary>
internal static class FailureCsv
{
    public static string Of(FailureReport report)
    {
        var text = new StringBuilder("kind,thing,traffic,physicalNetwork,pod,cluster,hostsStopped,hostsOfCluster,wholeCluster,wholeZone,reason,hosts\r\n");
        foreach (var failure in report.Failures)
        {
            foreach (var stop in failure.Stops)
            {
                text.AppendJoin(',', new[]
                {
                    failure.Kind.ToString(), failure.Name, stop.Traffic, stop.Network, stop.Pod, stop.Cluster, $"{stop.Hosts.Count}", $"{stop.ClusterHosts}", Yes(stop.WholeCluster), Yes(failure.ZoneWide.Contains(stop.Traffic)),
                    stop.Reason.ToString(), string.Join(' ', stop.Hosts.Select(h => h.Reference.Name)),
                }.Select(Quoted)).Append("\r\n");
            }
        }
        return text.ToString();
    }

    private static string Yes(bool yes) => yes ? "yes" : "no";

    // A spreadsheet would calculate what begins like a formula.
    private static string Quoted(string text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
