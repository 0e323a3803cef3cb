using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>A table of separated values (RFC 4180) with its lines: separator of comma, semicolon, tab or bar; quotes may hold separators and line ends.</summary>
internal sealed class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private CsvTable(string[] columns, char separator) => (Columns, Separator) = (columns, separator);

    /// <summary>Names of the columns: lower case, blanks as underscores, <c>.name</c> and <c>.slug</c> of references taken off.</summary>
    public string[] Columns { get; }

    public char Separator { get; }

    public List<(int Line, string[] Cells)> Rows { get; } = [];

    /// <summary>Columns of the first line alone, for recognising; null when it is no header.</summary>
    public static string[]? Header(string text)
    {
        var end = text.IndexOf('\n');
        var first = (end < 0 ? text : text[..end]).Trim();
        if (first.Length is 0 or > 4000 || first[0] is '{' or '[' or '<' or '#' or '-')
            return null;
        var cells = Cells(first, SeparatorOf(first)).FirstOrDefault().Cells;
        return cells is { Length: > 0 } && cells.All(c => c.Length is > 0 and < 60 && c.All(s => char.IsAsciiLetterOrDigit(s) || s is '_' or ' ' or '.' or '-')) ? [.. cells.Select(Normal)] : null;
    }

    /// <summary>Reads a table. When <paramref name="mayBeRagged"/>, empty values at the end of a row may be missing or too many.</summary>
    public static CsvTable? Parse(string text, ProblemLog log, bool mayBeRagged = false)
    {
        var end = text.IndexOf('\n');
        var separator = SeparatorOf(end < 0 ? text : text[..end]);
        CsvTable? table = null;
        foreach (var (line, read, isOpen) in Cells(text, separator))
        {
            var cells = read;
            if (mayBeRagged && table is not null && cells.Length != table.Columns.Length && cells.Skip(table.Columns.Length).All(c => c.Length == 0) && cells.Any(c => c.Length > 0))
                cells = [.. cells.Take(table.Columns.Length), .. Enumerable.Repeat("", Math.Max(0, table.Columns.Length - cells.Length))];
            if (isOpen)
                log.Error("Quote not closed", "A quoted value that starts in this line is never closed; the rest of the file was taken for part of it.", "Close the quote.", line);
            if (cells.Length == 1 && cells[0].Length == 0)
                continue;
            if (table is null)
            {
                table = new CsvTable([.. cells.Select(Normal)], separator);
                foreach (var twice in table.Columns.GroupBy(c => c).Where(g => g.Count() > 1))
                    log.Error("Column twice", $"The column “{twice.Key}” occurs {twice.Count()} times; the first one counts.", "Remove the others.", line, null, twice.Key);
            }
            else if (cells.Length != table.Columns.Length)
                log.Error("Wrong number of values", $"The row has {cells.Length} values, the header {table.Columns.Length}; the row was left out.", "Check quotes and separators of the row.", line, null, null, string.Join(separator, cells));
            else
                table.Rows.Add((line, cells));
        }
        return table;
    }

    private static string Normal(string name)
    {
        var lower = name.Trim().ToLowerInvariant().Replace(' ', '_');
        return lower.EndsWith(".name", StringComparison.Ordinal) || lower.EndsWith(".slug", StringComparison.Ordinal) ? lower[..^5] : lower;
    }

    private static char SeparatorOf(string header) => Separators.MaxBy(s => header.Count(c => c == s));

    private static IEnumerable<(int Line, string[] Cells, bool IsOpen)> Cells(string text, char separator)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        int line = 1, startLine = 1;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
                line++;
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.ToString().Trim().Length == 0)
            {
                cell.Clear();
                quoted = true;
            }
            else if (c == separator || c == '\n')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (c != '\n')
                    continue;
                yield return (startLine, [.. cells], false);
                cells.Clear();
                startLine = line;
            }
            else
                cell.Append(c);
        }
        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(cell.ToString().Trim());
            yield return (startLine, [.. cells], quoted);
        }
    }
}
