using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Domain.Tests.Plans;

/// <summary>Plans as reviewed text. CLOUDNET_WRITE_GOLDEN=folder writes what came out.</summary>
internal static class GoldenPlan
{
    public static void IsSame(string situation, Plan plan)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Plans", "Golden", situation + ".txt");
        var text = PlanText.Of(plan);
        if (Environment.GetEnvironmentVariable("CLOUDNET_WRITE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, situation + ".txt"), text);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "no golden plan", text);
    }
}
