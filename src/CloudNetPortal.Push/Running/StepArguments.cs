using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Push.Running;

/// <summary>Turns the arguments of a plan into text: literals, ids that earlier steps learned, and secrets opened at the last moment.</summary>
/// <param name="learned">Fields learned so far, by step.</param>
/// <param name="openSecret">Opens a secret by its reference.</param>
internal sealed class StepArguments(Func<string, IReadOnlyDictionary<string, string>?> learned, Func<string, CancellationToken, Task<string>> openSecret)
{
    public async Task<IReadOnlyList<(string Name, string Value)>> ResolveAsync(IReadOnlyList<PlanArgument> arguments)
    {
        List<(string, string)> resolved = [];
        foreach (var argument in arguments) resolved.Add((argument.Name, await ResolveAsync(argument)));
        return resolved;
    }

    public async Task<string> ResolveAsync(PlanArgument argument)
    {
        if (argument.Secret is { } secret) return await openSecret(secret, CancellationToken.None);
        if (argument.Step is not { } step) return argument.Text ?? "";
        var field = argument.Field ?? "id";
        return learned(step)?.GetValueOrDefault(field)
            ?? throw new UnknownFieldException($"Step “{step}” has no field {field}, which parameter {argument.Name} needs.");
    }
}

/// <summary>An earlier step did not learn what a later one refers to. The step that needs it ends with this text.</summary>
internal sealed class UnknownFieldException(string message) : Exception(message);
