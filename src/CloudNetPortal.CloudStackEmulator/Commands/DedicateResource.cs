using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Keeps a pod, cluster or host for a domain, or for one account of it (CS-1502, CS-1503).</summary>
internal abstract class DedicateResource<T> : AsyncCommand where T : CloudObject
{
    /// <summary>The kind as the API writes it, <c>pod</c>.</summary>
    protected abstract string Kind { get; }

    protected abstract string NameOf(T row);

    /// <summary>What holds the resource, nearest first, with the word the server uses for it.</summary>
    protected abstract IEnumerable<(string Word, CloudObject Parent)> Parents(CloudState cloud, T row);

    protected virtual void Check(T row)
    {
    }

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var row = call.Row<T>(Kind + "id")!;
        var word = char.ToUpperInvariant(Kind[0]) + Kind[1..];
        if (row.Removed)
            throw Refusal.Value($"Unable to find {Kind} by id {row.Number}");
        var accountId = DedicationRules.Account(call);
        Check(row);
        if (cloud.ResourceDedications.Present.Any(d => d.ResourceId == row.Id))
            throw Refusal.State($"{word} {row} is already dedicated");
        foreach (var (parentWord, parent) in Parents(cloud, row))
        {
            if (DedicationRules.BelongsToAnAccount(cloud, parent))
                throw Refusal.State($"{word}'s {parentWord} {parent} is already dedicated");
        }
        var dedication = cloud.ResourceDedications.Add(new ResourceDedication { ResourceId = row.Id, AccountId = accountId }, call.Now);
        return Json.Of(("dedicated" + Kind, DedicationAnswer.Of(dedication, Kind, NameOf(row))));
    }
}
