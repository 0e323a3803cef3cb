using System.Text.RegularExpressions;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>ip -br link</c>.</summary>
public sealed partial class BriefLinks : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "ip-brief";
    /// <inheritdoc/>
    public override string Title => "ip -br link";
    /// <inheritdoc/>
    protected override string Reason => "It says neither bonds nor bridges; upload ip -j -d link.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Row().Count(file.Text) is > 0 and var rows && rows >= file.Text.Split('\n').Count(l => l.Trim().Length > 0) / 2 ? 0.8 : 0;

    [GeneratedRegex(@"^\S+\s+(UP|DOWN|UNKNOWN|LOWERLAYERDOWN)\s+([0-9a-f:]{17}\s+)?<[A-Z_,0-9-]+>", RegexOptions.Multiline)]
    private static partial Regex Row();
}
