using System.CommandLine;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.CloudStack.Probing;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet probe</c>: tests the connection and names what is wrong with it.</summary>
internal sealed class ProbeCommand : Command
{
    public ProbeCommand() : base("probe", "Test the connection to CloudStack and name what is wrong with it. Nothing is changed.")
    {
        Add(CommandOptions.Profile);
        Add(CommandOptions.Json);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        using var cloud = CloudAccess.Open(given.GetValue(CommandOptions.Profile));
        var report = await new ProbeConnection(cloud.Client).RunAsync(cancel);
        if (given.GetValue(CommandOptions.Json)) Output.Json(new { works = report.Works, version = report.Version, commands = report.Commands.Count, checks = report.Checks });
        else
            foreach (var check in report.Checks) Console.WriteLine($"{check.Result.ToString().ToLowerInvariant(),-8} {check.Name}: {check.Finding}");
        return report.Works ? ExitCode.Done : ExitCode.NotAllowed;
    });
}
