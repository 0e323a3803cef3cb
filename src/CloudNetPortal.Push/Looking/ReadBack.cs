using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Looking;

/// <summary>Reads an object after a write and compares it field by field with what was sent: an answer of 200 proves nothing.</summary>
internal sealed class ReadBack(PatientReads reads, StepArguments arguments)
{
    /// <summary>The proof, and the object it was made from when there is exactly one.</summary>
    public async Task<(IReadOnlyList<Proof> Proofs, ListedRow? Row)> ReadAsync(PlanStep step, PlanReadBack what, string? ownId, long? notBefore = null)
    {
        var filters = await arguments.ResolveAsync(what.Arguments);
        var rows = notBefore is { } then ? await reads.ListAsync(step.Key, what.Command, filters, then) : await reads.ListAsync(step.Key, what.Command, filters);
        var wanted = await arguments.ResolveAsync(what.Match);
        var found = rows.Where(row => wanted.All(w => ObjectLookup.IsMatch(row.Json, w.Name, w.Value, ignoreCase: false))).ToArray();
        // Names may repeat; the id decides wherever both sides have one.
        if (ownId is not null && (wanted.Count == 0 || found.Length > 1) && found.Any(r => r.Text("id") is not null))
            found = [.. found.Where(r => r.Text("id") == ownId)];
        if (found is not [var row])
            return ([new Proof(step.Key, step.Title, "", "one object", found.Length == 0 ? null : $"{found.Length} objects", Same: false, step.DesignPath)], null);
        return (await CompareAsync(step, what, row), row);
    }

    /// <summary>The proof that one listed object gives.</summary>
    public async Task<IReadOnlyList<Proof>> CompareAsync(PlanStep step, PlanReadBack what, ListedRow row)
    {
        List<Proof> proofs = [];
        foreach (var expected in what.Expect)
        {
            // A secret is never listed; there is nothing to compare.
            if (expected.Value.Secret is not null) continue;
            var pushed = await arguments.ResolveAsync(expected.Value);
            var observed = FieldPath.Values(row.Json, expected.Field);
            proofs.Add(new Proof(step.Key, step.Title, expected.Field, pushed, FieldPath.Text(row.Json, expected.Field),
                ValueComparison.Same(pushed, observed, expected.As), expected.DesignPath ?? step.DesignPath));
        }
        return proofs;
    }
}
