using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CloudNetPortal.Import.Reading;

/// <summary>YAML as a tree of maps, lists and texts with their lines. Anchors and aliases, deep nesting and huge documents are refused: no inventory file needs them.</summary>
public abstract class YamlText
{
    private const int MostDepth = 20, MostNodes = 200_000;

    /// <summary>Line from 1.</summary>
    public int Line { get; private init; }

    /// <summary>Character in the line, from 1.</summary>
    public int Column { get; private init; }

    /// <summary>Reads the first document of a text; null with a problem when it cannot be read.</summary>
    public static YamlText? Parse(string text, ProblemLog log)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var nodes = 0;
            while (parser.MoveNext())
                if (parser.Current is DocumentStart)
                {
                    parser.MoveNext();
                    var first = Node(parser, 0, ref nodes, log);
                    while (parser.MoveNext())
                        if (parser.Current is DocumentStart second)
                        {
                            log.Error("Several documents", "A second document begins here; one file holds one.", "Put it into a file of its own.", (int)second.Start.Line, (int)second.Start.Column);
                            break;
                        }
                    return first;
                }
            log.Error("Empty file", "The file holds no YAML document.", "Take a complete copy.");
        }
        catch (YamlException wrong)
        {
            log.Error("No valid YAML", wrong.Message.Split('\n')[0], "Correct the file at this place; often it is a wrong indentation or a tab.", (int)wrong.Start.Line, (int)wrong.Start.Column);
        }
        catch (InvalidOperationException)
        {
            // The library's answer to a flow list or map that is never closed; what it read last is where it began to fail.
            var last = parser.Current?.End;
            log.Error("No valid YAML", "A bracket or brace that is opened here is never closed.", "Close it, or write one entry a line.", (int)(last?.Line ?? 1), (int)(last?.Column ?? 1));
        }
        return null;
    }

    private static YamlText Node(Parser parser, int depth, ref int nodes, ProblemLog log)
    {
        var at = parser.Current!;
        var (line, column) = ((int)at.Start.Line, (int)at.Start.Column);
        if (depth > MostDepth || ++nodes > MostNodes)
            throw new YamlException(at.Start, at.End, $"The document is nested deeper than {MostDepth} or has more than {MostNodes} values.");
        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(at.Start, at.End, "Anchors and aliases are not read.");
        switch (at)
        {
            case Scalar scalar:
                return new YamlScalar { Line = line, Column = column, Value = scalar.Value is "" or "null" or "~" && scalar.Style == ScalarStyle.Plain ? null : scalar.Value };
            case SequenceStart:
                var items = new List<YamlText>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                    items.Add(Node(parser, depth + 1, ref nodes, log));
                return new YamlList { Line = line, Column = column, Items = items };
            default:
                var entries = new Dictionary<string, YamlText>(StringComparer.Ordinal);
                while (parser.MoveNext() && parser.Current is not MappingEnd)
                {
                    var keyAt = parser.Current!.Start;
                    if (Node(parser, depth + 1, ref nodes, log) is not YamlScalar { Value: { } key })
                        throw new YamlException(keyAt, keyAt, "A key must be a text.");
                    parser.MoveNext();
                    var value = Node(parser, depth + 1, ref nodes, log);
                    if (!entries.TryAdd(key, value))
                        log.Error("Key twice", $"The key “{key}” occurs twice; the first one counts.", "Remove one of them.", (int)keyAt.Line, (int)keyAt.Column, null, key);
                }
                return new YamlMap { Line = line, Column = column, Entries = entries };
        }
    }
}

/// <summary>A single value.</summary>
internal sealed class YamlScalar : YamlText
{
    public string? Value { get; init; }
}

/// <summary>A list.</summary>
internal sealed class YamlList : YamlText
{
    public required List<YamlText> Items { get; init; }
}

/// <summary>A map.</summary>
internal sealed class YamlMap : YamlText
{
    public required Dictionary<string, YamlText> Entries { get; init; }

    public string? Text(string key) => Entries.GetValueOrDefault(key) is YamlScalar scalar ? scalar.Value : null;

    public IEnumerable<YamlMap> Maps(string key) => Entries.GetValueOrDefault(key) is YamlList list ? list.Items.OfType<YamlMap>() : [];
}
