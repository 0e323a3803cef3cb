namespace CloudNetPortal.Benchmarks;

/// <summary>Something that is timed. One file each, found by this base class.</summary>
internal abstract class Benchmark
{
    /// <summary>First argument that starts it.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    public abstract string Explanation { get; }

    /// <summary>Measures and writes its figures; 0 when the budget is kept, 1 when it is broken.</summary>
    public abstract Task<int> Run(IReadOnlyList<string> arguments);
}
