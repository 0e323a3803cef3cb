using System.CommandLine;
using System.Text.Json.Nodes;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Exports;
using CloudNetPortal.Import.Marvin;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet export</c>: the design in the form of another tool.</summary>
internal sealed class ExportCommand : Command
{
    private static readonly Option<string> Format = new("--format") { Description = "marvin, terraform, ansible, json or yaml.", Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "Write it there instead of to the standard output." };

    static ExportCommand() => Format.AcceptOnlyFromAmong("marvin", "terraform", "ansible", "json", "yaml");

    public ExportCommand() : base("export", "Write the design for Marvin, Terraform or Ansible, or as JSON or YAML. What the other tool has no words for is named.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { Format, Out, CommandOptions.Zone, CommandOptions.SecretsFile, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var file = await DesignFile.ReadAsync(given.GetRequiredValue(CommandOptions.DesignPath), cancel);
        var zones = file.Choose(given.GetValue(CommandOptions.Zone));
        if (zones.Count == 0) throw new InputException($"{file.Path}: there is no zone in it.");
        var format = given.GetRequiredValue(Format);
        if (format != "marvin" && zones.Count > 1) throw new InputException($"{file.Path} holds {zones.Count} zones: name one with --zone.");
        var made = Make(format, zones, await SecretTexts.ReadAsync(file.Secrets, given.GetValue(CommandOptions.SecretsFile), cancel));
        if (given.GetValue(Out) is { } path) await File.WriteAllTextAsync(path, made.Text, cancel);
        if (given.GetValue(CommandOptions.Json)) Output.Json(new { format, text = given.GetValue(Out) is null ? made.Text : null, unsaid = made.Unsaid, secrets = made.Secrets });
        else
        {
            if (given.GetValue(Out) is null) Console.Write(made.Text);
            foreach (var unsaid in made.Unsaid) Console.Error.WriteLine($"not exported: {unsaid}");
            foreach (var secret in made.Secrets) Console.Error.WriteLine($"secret to be given: {secret}");
        }
        return ExitCode.Done;
    });

    private static ExportedZone Make(string format, IReadOnlyList<ZoneDesign> zones, SecretTexts secrets)
    {
        switch (format)
        {
            case "terraform": return TerraformExport.Write(zones[0]);
            case "ansible": return AnsibleExport.Write(zones[0]);
            case "json": return new ExportedZone(DesignJson.ToText(zones[0]), [], []);
            case "yaml": return new ExportedZone("---\n" + YamlText.Of(JsonNode.Parse(DesignJson.ToText(zones[0]))), [], []);
            default:
                var marvin = MarvinExport.Write(zones, secrets.Known);
                return new ExportedZone(marvin.Text, marvin.NotSaid, marvin.MissingSecrets);
        }
    }
}
