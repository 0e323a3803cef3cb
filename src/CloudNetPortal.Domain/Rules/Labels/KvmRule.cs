using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>What the rules about KVM with native bridges have in common: the label rows they read.</summary>
internal abstract class KvmRule : Rule
{
    public override string Team => "compute";

    /// <summary>Labels found on hosts with native bridges, with the place they came from.</summary>
    protected static IEnumerable<(LabelCell Cell, LabelResolution Resolution)> Native(RuleFacts facts) =>
        from row in facts.LabelRows
        where row.Cell.Hypervisor.Key == "KVM"
        from resolution in row.Found
        where !resolution.Host.UsesOpenVSwitch
        select (row.Cell, resolution);

    /// <summary>Key of a label on a host.</summary>
    protected static string Subject(LabelResolution resolution) => $"label:{resolution.Label}@{resolution.Host.Host.Id}";
}
