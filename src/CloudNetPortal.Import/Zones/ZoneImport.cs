using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Import.Zones;

/// <summary>What a zone file gave: designs, and apart from them the secrets and everything a design has no place for. Nothing of the file is anywhere else.</summary>
public sealed class ZoneImport
{
    /// <summary>Title of the kind it was recognised as; null when it was not.</summary>
    public string? RecognisedAs { get; init; }

    /// <summary>The designs, in the order of the file. Empty when the file cannot be understood.</summary>
    public IReadOnlyList<ZoneDesign> Designs { get; init; } = [];

    /// <summary>Plain text by reference. References stand in designs and leftovers; the texts stand nowhere but here.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the designs alone do not say, named by JSON pointer.</summary>
    public IReadOnlyList<Leftover> Leftovers { get; init; } = [];

    /// <summary>Everything a person should know.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>Settings of the whole cloud met in the file; they are part of the first design, turned off.</summary>
    public IReadOnlyList<GlobalSetting> Settings => Designs.Count == 0 ? [] : Designs[0].GlobalSettings;

    /// <summary>True when the file could not be understood.</summary>
    public bool Failed => Problems.Any(p => p.Weight == ProblemWeight.Error);
}
