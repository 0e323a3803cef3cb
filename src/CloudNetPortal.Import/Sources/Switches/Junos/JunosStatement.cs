using System.Text;

namespace CloudNetPortal.Import.Sources.Switches.Junos;

/// <summary>One statement of a Junos configuration with all words above it, whether it was written in braces or as <c>set</c>.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Path">The words, quotes taken off.</param>
internal sealed record JunosStatement(int Line, string[] Path)
{
    /// <summary>Reads both forms. What is deactivated or deleted is left out, with what is below it.</summary>
    public static List<JunosStatement> Parse(string text) => IsSet(text) ? Set(text) : Braces(text);

    /// <summary>True when the text is written as <c>set</c> lines.</summary>
    public static bool IsSet(string text) => text.Split('\n').Any(l => l.StartsWith("set ", StringComparison.Ordinal));

    /// <summary>For people.</summary>
    public override string ToString() => string.Join(' ', Path);

    private static List<JunosStatement> Set(string text)
    {
        var found = new List<JunosStatement>();
        var off = new List<string[]>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = Tokens(lines[i], i + 1).Select(t => t.Text).ToList();
            switch (words)
            {
                case ["set", .. var path] when path.Count > 0:
                    Add(found, i + 1, path);
                    break;
                case ["deactivate", .. var path]:
                    off.Add([.. path]);
                    break;
                case ["activate", .. var path]:
                    off.RemoveAll(o => o.SequenceEqual(path));
                    break;
                case ["delete", .. var path]:
                    found.RemoveAll(s => StartsWith(s.Path, [.. path]));
                    break;
                case []:
                    break;
                default:
                    found.Add(new JunosStatement(i + 1, ["?", .. words]));
                    break;
            }
        }
        found.RemoveAll(s => off.Exists(o => StartsWith(s.Path, o)));
        return found;
    }

    private static List<JunosStatement> Braces(string text)
    {
        var found = new List<JunosStatement>();
        var above = new Stack<(List<string> Words, bool IsOff)>();
        var (words, line, isOff) = (new List<string>(), 0, false);
        foreach (var token in Tokens(text, 1))
        {
            if (words.Count == 0)
                line = token.Line;
            if (token is { IsMark: true, Text: "{" })
            {
                above.Push((words, isOff));
                (words, isOff) = ([], false);
            }
            else if (token is { IsMark: true, Text: "}" or ";" })
            {
                if (words.Count > 0 && !isOff && !above.Any(a => a.IsOff))
                    Add(found, line, [.. above.Reverse().SelectMany(a => a.Words), .. words]);
                if (token.Text == "}" && above.Count > 0)
                    above.Pop();
                (words, isOff) = ([], false);
            }
            else if (token.Text is "inactive:" or "protect:" or "replace:")
                isOff |= token.Text == "inactive:";
            else
                words.Add(token.Text);
        }
        if (words.Count > 0)
            found.Add(new JunosStatement(line, ["?", .. words]));
        return found;
    }

    // members [ v10 v20 ] is one statement for each.
    private static void Add(List<JunosStatement> found, int line, List<string> path)
    {
        var open = path.IndexOf("[");
        var close = path.IndexOf("]");
        if (open < 0 || close < open)
            found.Add(new JunosStatement(line, [.. path]));
        else
            found.AddRange(path[(open + 1)..close].Select(item => new JunosStatement(line, [.. path[..open], item, .. path[(close + 1)..]])));
    }

    private static bool StartsWith(string[] path, string[] prefix) => path.Length >= prefix.Length && path.AsSpan(0, prefix.Length).SequenceEqual(prefix);

    private static IEnumerable<(string Text, int Line, bool IsMark)> Tokens(string text, int line)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '{' or '}' or ';' or '[' or ']' or '"' or '#' || (c == '/' && i + 1 < text.Length && text[i + 1] == '*'))
            {
                if (word.Length > 0 && c != '[' && c != ']')
                {
                    yield return (word.ToString(), line, false);
                    word.Clear();
                }
                switch (c)
                {
                    case '\n':
                        line++;
                        break;
                    case '#':
                        while (i + 1 < text.Length && text[i + 1] != '\n')
                            i++;
                        break;
                    case '/':
                        var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                        end = end < 0 ? text.Length - 2 : end;
                        line += text.AsSpan(i, end - i).Count('\n');
                        i = end + 1;
                        break;
                    case '"':
                        var close = text.IndexOf('"', i + 1);
                        close = close < 0 ? text.Length : close;
                        yield return (text[(i + 1)..close], line, false);
                        line += text.AsSpan(i, close - i).Count('\n');
                        i = close;
                        break;
                    case '{' or '}' or ';':
                        yield return (c.ToString(), line, true);
                        break;
                    // ge-0/0/[0-3] is one word, [ a b ] a list.
                    case '[' or ']' when word.Length > 0 || (c == '[' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && i > 0 && !char.IsWhiteSpace(text[i - 1])):
                        word.Append(c);
                        break;
                    case '[' or ']':
                        yield return (c.ToString(), line, false);
                        break;
                }
            }
            else
                word.Append(c);
        }
        if (word.Length > 0)
            yield return (word.ToString(), line, false);
    }
}
