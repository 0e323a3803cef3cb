using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CloudNetPortal;

/// <summary>Hands bUnit the AngleSharp.Diffing that build/Bunit.targets copied beside the tests; the file says why and until when.</summary>
internal static class BunitAssemblies
{
#pragma warning disable CA2255 // a test assembly is the application here: the handler must stand before the first test touches bUnit
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Offer() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
