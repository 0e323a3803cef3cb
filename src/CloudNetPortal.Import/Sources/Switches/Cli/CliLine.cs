namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>A line of a configuration with what stands indented below it.</summary>
internal sealed class CliLine(int number, string text)
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Line in the file, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The line without indentation.</summary>
    public string Text { get; } = text;

    /// <summary>Its words.</summary>
    public string[] Words { get; } = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines below it.</summary>
    public List<CliLine> Children { get; } = [];

    /// <summary>How many lines it is with all below.</summary>
    public int Count => 1 + Children.Sum(c => c.Count);

    /// <summary>True when the line begins with these words.</summary>
    public bool Is(params ReadOnlySpan<string> words)
    {
        if (Words.Length < words.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (!string.Equals(Words[i], words[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>The words behind the first <paramref name="count"/>, as one text.</summary>
    public string After(int count) => string.Join(' ', Words.Skip(count));

    /// <summary>
    /// Reads the lines of a configuration into blocks by their indentation. Comments (!) and the text of banners are left out; what a terminal prints around the
    /// configuration is not a line of it.
    /// </summary>
    public static List<CliLine> Parse(string text)
    {
        var roots = new List<CliLine>();
        var open = new Stack<(int Indent, CliLine Line)>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var trimmed = lines[i].Trim();
            if (trimmed.Length == 0 || trimmed[0] is '!' or '#' || IsTerminal(trimmed))
                continue;
            var indent = lines[i].Length - lines[i].AsSpan().TrimStart().Length;
            while (open.Count > 0 && open.Peek().Indent >= indent)
                open.Pop();
            var line = new CliLine(i + 1, trimmed);
            (open.Count > 0 ? open.Peek().Line.Children : roots).Add(line);
            open.Push((indent, line));
            if (line.Is("banner") && indent == 0)
                i = EndOfBanner(lines, i);
        }
        return roots;
    }

    private static bool IsTerminal(string line) =>
        line.StartsWith("Building configuration", StringComparison.Ordinal) || line.StartsWith("Current configuration", StringComparison.Ordinal)
        || line.StartsWith("Using ", StringComparison.Ordinal) && line.Contains(" bytes", StringComparison.Ordinal)
        || line.Split(' ')[0] is [.., '#' or '>'] && line.Contains(" sh", StringComparison.Ordinal) && line.Contains(" run", StringComparison.Ordinal);

    // EOS ends a banner with EOF on a line of its own, the others with the character the banner began with.
    private static int EndOfBanner(string[] lines, int at)
    {
        var words = lines[at].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var mark = words.Length > 2 ? words[2] : "EOF";
        mark = mark.StartsWith("^C", StringComparison.Ordinal) ? "^C" : mark == "EOF" ? mark : mark[..1];
        if (mark != "EOF" && lines[at].IndexOf(mark, StringComparison.Ordinal) is var first && lines[at].IndexOf(mark, first + mark.Length, StringComparison.Ordinal) > 0)
            return at;
        for (var i = at + 1; i < lines.Length; i++)
            if (mark == "EOF" ? lines[i].Trim() == "EOF" : lines[i].Contains(mark, StringComparison.Ordinal))
                return i;
        return at;
    }
}
