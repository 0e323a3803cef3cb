namespace CloudNetPortal.Domain.Rules.Sources;

/// <summary>A public report of what happened without a rule.</summary>
/// <param name="Name">Repository and number, such as apache/cloudstack#9694.</param>
/// <param name="About">What happened, in one sentence.</param>
public sealed record PublicReport(string Name, string About)
{
    /// <summary>Its address.</summary>
    public Uri Address => new($"https://github.com/{Name.Replace("#", "/issues/", StringComparison.Ordinal)}");
}
