using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of a show command of a switch. A prompt kept with it (<c>leaf1#show vlan</c>) names the device.</summary>
public abstract partial class ShowOutput : InventoryImporter
{
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override string? DeviceIn(ImportFile file) => Prompt().Match(file.Text) is { Success: true } prompt ? prompt.Groups["device"].Value : null;

    /// <summary>The lines with their numbers, without empty ones, rulers, prompts and what is meant for people only.</summary>
    private protected static IEnumerable<(int Number, string Text)> Lines(ImportFile file)
    {
        var number = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            if (line.Trim().Length > 0 && !Noise().IsMatch(line))
                yield return (number, line.TrimEnd());
        }
    }

    /// <summary>The blanks of fixed columns: where the words of a header start.</summary>
    private protected static int[] Columns(string header, params string[] words) => [.. words.Select(w => header.IndexOf(w, StringComparison.Ordinal))];

    [GeneratedRegex(@"^\s*(?<device>[A-Za-z][\w.-]*)(\([\w-]+\))?[#>]\s*(sho?w?|net show|nv show)\b", RegexOptions.Multiline)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^\s*[-=+\s]+$|^\s*[A-Za-z][\w.-]*(\([\w-]+\))?[#>](\s*(sho?w?|net show|nv show|terminal|exit)\b.*)?$|^Capability [Cc]odes:|^\s+\([A-Z]\) |^Total (number of )?entries displayed|^Last table change time|^Number of table |^\{master(:\d+)?\}$")]
    private static partial Regex Noise();
}
