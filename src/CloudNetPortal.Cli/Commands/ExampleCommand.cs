using System.CommandLine;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet example</c>: a zone file to begin with, one for each kind of zone (docs/examples).</summary>
internal sealed class ExampleCommand : Command
{
    private static readonly Argument<string> Kind = new("kind") { Description = "advanced, security-groups, basic, or edge.", DefaultValueFactory = _ => "advanced" };

    static ExampleCommand() => Kind.AcceptOnlyFromAmong("advanced", "security-groups", "basic", "edge");

    public ExampleCommand() : base("example", "Print a zone file to begin with, explained line by line.")
    {
        Add(Kind);
        SetAction(given =>
        {
            using var text = new StreamReader(typeof(ExampleCommand).Assembly.GetManifestResourceStream($"example/{given.GetRequiredValue(Kind)}")!);
            Console.Write(text.ReadToEnd());
            return ExitCode.Done;
        });
    }
}
