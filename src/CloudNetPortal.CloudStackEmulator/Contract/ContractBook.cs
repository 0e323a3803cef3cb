using System.Text.Json;

namespace CloudNetPortal.CloudStackEmulator.Contract;

/// <summary>The contract of every command that the practice cloud implements, embedded in the program.</summary>
internal static class ContractBook
{
    private static readonly Dictionary<string, CommandContract> Commands = Read();

    public static IEnumerable<CommandContract> All => Commands.Values;

    public static CommandContract? Find(string? name) => name is null ? null : Commands.GetValueOrDefault(name);

    private static Dictionary<string, CommandContract> Read()
    {
        using var stream = typeof(ContractBook).Assembly.GetManifestResourceStream("contract.json")!;
        var book = JsonSerializer.Deserialize<Book>(stream, JsonSerializerOptions.Web)!;
        return book.Commands.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    private sealed record Book(List<CommandContract> Commands);
}
