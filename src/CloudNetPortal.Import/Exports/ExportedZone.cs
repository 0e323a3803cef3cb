namespace CloudNetPortal.Import.Exports;

/// <summary>A design in the form of another tool.</summary>
/// <param name="Text">The file.</param>
/// <param name="Unsaid">What that tool has no words for, one sentence each: it is named rather than dropped.</param>
/// <param name="Secrets">Names of the variables that stand for secrets; the file holds none of their texts.</param>
public sealed record ExportedZone(string Text, IReadOnlyList<string> Unsaid, IReadOnlyList<string> Secrets);
