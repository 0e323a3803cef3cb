using CloudNetPortal.CloudStackEmulator.Contract;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The commands of this program, found by base class. One that is not here is answered like one that does not exist.</summary>
internal static class CommandBook
{
    private static readonly SortedDictionary<string, ApiCommand> Commands = Find();

    public static IEnumerable<ApiCommand> All => Commands.Values;

    public static (ApiCommand Command, CommandContract Contract)? Get(string? name) =>
        name is not null && Commands.TryGetValue(name, out var command) && ContractBook.Find(name) is { } contract ? (command, contract) : null;

    private static SortedDictionary<string, ApiCommand> Find()
    {
        var commands = new SortedDictionary<string, ApiCommand>(StringComparer.Ordinal);
        foreach (var type in typeof(CommandBook).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(ApiCommand))))
        {
            var command = (ApiCommand)Activator.CreateInstance(type)!;
            commands.Add(command.Name, command);
        }
        return commands;
    }
}
