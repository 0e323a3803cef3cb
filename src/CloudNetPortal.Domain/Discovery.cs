namespace CloudNetPortal.Domain;

/// <summary>Finds kinds by their base class, so that adding one is adding a file.</summary>
public static class Discovery
{
    /// <summary>One instance of every concrete class derived from <typeparamref name="T"/> in the assembly of T (and of the given one), by type name.</summary>
    public static IReadOnlyList<T> Of<T>(System.Reflection.Assembly? assembly = null) where T : class =>
        [.. (assembly ?? typeof(T).Assembly).GetTypes()
            .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(T).IsAssignableFrom(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (T)Activator.CreateInstance(t)!)];
}
