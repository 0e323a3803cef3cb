using System.Text.RegularExpressions;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>ping</c>.</summary>
public sealed partial class PingOutput : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "ping";
    /// <inheritdoc/>
    public override string Title => "ping";
    /// <inheritdoc/>
    protected override string Reason => "Reachability at one moment is not kept.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Statistics().IsMatch(file.Text) ? 0.9 : 0;

    [GeneratedRegex(@"^--- \S+ ping statistics ---", RegexOptions.Multiline)]
    private static partial Regex Statistics();
}
