using System.CommandLine;
using CloudNetPortal.Cli;
using CloudNetPortal.Cli.Commands;

var root = new RootCommand("Validate, plan, push and verify CloudStack zones from files; import existing ones, find drift, export." + Environment.NewLine + Environment.NewLine + ExitCode.Help)
{
    new ValidateCommand(), new PlanCommand(), new PushCommand(), new VerifyCommand(), new DriftCommand(), new ImportZoneCommand(), new ExportCommand(), new ProbeCommand(), new ExampleCommand(),
};
// Ctrl-C lets the call in flight finish: the journal then needs no looking around.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(10) });
