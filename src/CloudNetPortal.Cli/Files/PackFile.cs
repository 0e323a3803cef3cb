using System.Text.Json;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Cli.Files;

/// <summary>A policy pack by its name, or from a file of one's own.</summary>
internal static class PackFile
{
    public static PolicyPack Read(string nameOrPath)
    {
        if (PolicyPack.Find(nameOrPath) is { } delivered) return delivered;
        if (!File.Exists(nameOrPath)) throw new InputException($"--pack {nameOrPath}: neither {string.Join(" nor ", PolicyPack.All.Select(p => p.Name))}, nor a file.");
        try
        {
            var pack = PolicyPack.Read(File.ReadAllText(nameOrPath));
            return pack.Problems() is { Count: > 0 } problems ? throw new InputException(string.Join(Environment.NewLine, problems.Select(p => $"{nameOrPath}: {p}"))) : pack;
        }
        catch (JsonException e)
        {
            throw new InputException($"{nameOrPath}: {e.Message}");
        }
    }
}
