using CloudNetPortal.Domain.Snapshots;
using System.Text.Json;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Looking;

/// <summary>Looks for the object of a step among those CloudStack lists.</summary>
internal sealed class ObjectLookup(PatientReads reads, StepArguments arguments)
{
    /// <param name="step">The step.</param>
    /// <param name="lookup">What to look for.</param>
    /// <param name="notBefore">How old an answer may be; null: read afresh.</param>
    public async Task<IReadOnlyList<ListedRow>> FindAsync(PlanStep step, PlanLookup lookup, long? notBefore = null)
    {
        var filters = await arguments.ResolveAsync(lookup.Arguments);
        var wanted = await arguments.ResolveAsync(lookup.Match);
        var rows = notBefore is { } then ? await reads.ListAsync(step.Key, lookup.Command, filters, then) : await reads.ListAsync(step.Key, lookup.Command, filters);
        return [.. rows.Where(row => wanted.All(w => IsMatch(row.Json, w.Name, w.Value, lookup.IgnoreCase)))];
    }

    public static bool IsMatch(JsonElement row, string field, string value, bool ignoreCase)
    {
        var values = FieldPath.Values(row, field);
        // The same VLAN comes as 100, as vlan://100, and untagged in three ways.
        if (field.Equals("vlan", StringComparison.OrdinalIgnoreCase)) return ValueComparison.Same(value, values, Comparison.Vlan);
        // An empty value is never listed.
        if (value.Length == 0) return values.All(v => v.Length == 0);
        var how = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return values.Any(v => string.Equals(v, value, how)) || string.Equals(string.Join(',', values), value, how);
    }

    /// <summary>What tells one candidate from another: its plain fields.</summary>
    public static Candidate Describe(ListedRow row) => new(
        row.Required("id"),
        row.Json.EnumerateObject()
            .Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            .DistinctBy(p => p.Name)
            .ToDictionary(p => p.Name, p => row.Text(p.Name) ?? ""));
}
