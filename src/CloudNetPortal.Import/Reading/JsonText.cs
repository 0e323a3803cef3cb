using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.Import.Reading;

/// <summary>
/// JSON read with its places, going on after each mistake, so that a hand-edited file tells all its mistakes at once: missing and surplus commas,
/// unquoted placeholders, single quotes, texts and brackets that are not closed, keys that occur twice.
/// </summary>
public sealed class JsonText
{
    private const int MostDepth = 100;

    private readonly string _text;
    private readonly ProblemLog _log;
    private readonly Dictionary<JsonNode, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _lineStarts = [0];
    private int _at;

    private readonly bool _likeMarvin;

    private JsonText(string text, ProblemLog log, bool likeMarvin)
    {
        _likeMarvin = likeMarvin;
        _text = text;
        _log = log;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                _lineStarts.Add(i + 1);
    }

    /// <summary>The tree; null when the text holds the value null or nothing.</summary>
    public JsonNode? Root { get; private set; }

    /// <summary>Reads a text. Mistakes go to <paramref name="log"/>; the tree then holds what could be understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="log">Where mistakes go.</param>
    /// <param name="likeMarvin">True to read as Marvin does: lines that start with <c>#</c> are comments, and of a key that occurs twice the last one counts.</param>
    public static JsonText Parse(string text, ProblemLog log, bool likeMarvin = false)
    {
        var json = new JsonText(likeMarvin ? WithoutComments(text) : text, log, likeMarvin);
        try
        {
            json.Root = json.Value(0);
            json.Blanks();
            if (json._at < json._text.Length)
                json.Mistake("Text after the end", json._at, json.Rest(), "There is text after the end of the JSON value.", "Remove it, or mend the bracket that closes too early.");
        }
        catch (TooDeepException)
        {
            json.Mistake("Nested too deep", json._at, null, $"Brackets are nested more than {MostDepth} deep.", "This is no file of a kind that can be imported.");
        }
        return json;
    }

    /// <summary>Line and column, both from 1, where a node of the tree stands.</summary>
    public (int Line, int Column) PlaceOf(JsonNode? node) => node is not null && _places.TryGetValue(node, out var at) ? Place(at) : (1, 1);

    private static string WithoutComments(string text) =>
        !text.Contains('#') ? text : string.Join('\n', text.Split('\n').Select(l => l.TrimStart().StartsWith('#') ? "" : l));

    private (int Line, int Column) Place(int at)
    {
        var line = _lineStarts.BinarySearch(at);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, at - _lineStarts[line] + 1);
    }

    private JsonNode? Value(int depth)
    {
        if (depth > MostDepth)
            throw new TooDeepException();
        Blanks();
        var start = _at;
        if (_at >= _text.Length)
        {
            Mistake("Ends too early", _at, null, "The text ends where a value should follow.", "The file is cut off: take a complete copy.");
            return null;
        }
        JsonNode? node = _text[_at] switch
        {
            '{' when !Ahead("{{") && !Ahead("{%") => Members(depth),
            '[' => Items(depth),
            '"' => JsonValue.Create(QuotedText()),
            _ => Bare(),
        };
        if (node is not null)
            _places[node] = start;
        return node;
    }

    private JsonObject Members(int depth)
    {
        var opened = _at++;
        var members = new JsonObject();
        for (var first = true; ; first = false)
        {
            Blanks();
            if (Closes('}', opened))
                return members;
            if (!first && !Comma('}'))
                return members;
            var keyAt = _at;
            if (_at < _text.Length && _text[_at] is ',' or ':')
            {
                Mistake("Surplus comma or colon", _at, _text[_at].ToString(), "There is nothing before this sign.", "Remove it.");
                _at++;
                continue;
            }
            var key = _at < _text.Length && _text[_at] == '"' ? QuotedText() : BareWord();
            if (keyAt < _text.Length && _text[keyAt] != '"')
                Mistake("Key without quotes", keyAt, key, "A key must stand in double quotes.", $"Write \"{key}\".");
            if (_at == keyAt)
                _at++;
            Blanks();
            if (_at < _text.Length && _text[_at] == ':')
                _at++;
            else
                Mistake("Missing colon", _at, key, "A colon must stand between key and value.", $"Write \"{key}\": value.");
            if (members.ContainsKey(key))
                Twice(keyAt, key);
            members[key] = Value(depth + 1);
        }
    }

    private JsonArray Items(int depth)
    {
        var opened = _at++;
        var items = new JsonArray();
        for (var first = true; ; first = false)
        {
            Blanks();
            if (Closes(']', opened))
                return items;
            if (!first && !Comma(']'))
                return items;
            if (_at < _text.Length && _text[_at] is ',' or ':')
            {
                Mistake("Surplus comma or colon", _at, _text[_at].ToString(), "There is nothing before this sign.", "Remove it.");
                _at++;
                continue;
            }
            items.Add(Value(depth + 1));
        }
    }

    // True at the end of the object or list; a foreign closing bracket and the end of the text also end it, with a mistake.
    private bool Closes(char bracket, int opened)
    {
        if (_at >= _text.Length)
        {
            var (line, _) = Place(opened);
            Mistake("Bracket not closed", _at, _text[opened].ToString(), $"The bracket opened in line {line} is never closed.", "The file is cut off, or a closing bracket is missing.");
            return true;
        }
        if (_text[_at] == bracket)
        {
            _at++;
            return true;
        }
        if (_text[_at] is not (']' or '}'))
            return false;
        var (openLine, _) = Place(opened);
        Mistake("Wrong bracket", _at, _text[_at].ToString(), $"“{bracket}” should close the bracket of line {openLine}.", "Close brackets in the order they were opened.");
        return true;
    }

    // False when the comma was followed by the closing bracket.
    private bool Comma(char bracket)
    {
        if (_text[_at] != ',')
        {
            Mistake("Missing comma", _at, Rest(), "A comma must stand before this entry.", "Put a comma at the end of the entry before.");
            return true;
        }
        var comma = _at++;
        Blanks();
        if (_at >= _text.Length || _text[_at] != bracket)
            return true;
        Mistake("Surplus comma or colon", comma, ",", "There is a comma after the last entry.", "Remove the comma.");
        _at++;
        return false;
    }

    private string QuotedText()
    {
        var start = _at++;
        var plain = true;
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '\\')
            {
                plain = false;
                _at++;
            }
            else if (_text[_at] == '"')
            {
                _at++;
                return plain ? _text[(start + 1)..(_at - 1)] : Unescaped(start, _text[start.._at]);
            }
            else if (_text[_at] == '\n')
                break;
        }
        _at = Math.Min(_at, _text.Length);
        var text = _text[(start + 1).._at].TrimEnd(',', ' ');
        Mistake("Text not closed", start, text, "The closing quote is missing in this line.", "Put a double quote at the end of the text.");
        return text;
    }

    private string Unescaped(int start, string quoted)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(quoted)!;
        }
        catch (JsonException)
        {
            Mistake("Wrong escape", start, quoted, "A backslash is followed by a sign that has no meaning in JSON.", "Write \\\\ for a backslash.");
            return quoted[1..^1];
        }
    }

    private JsonValue? Bare()
    {
        var start = _at;
        var word = BareWord();
        if (word.Length == 0)
        {
            Mistake("Value missing", start, Rest(), "A value is missing here.", "Write a value, or null.");
            return null;
        }
        switch (word)
        {
            case "null":
                return null;
            case "true":
                return JsonValue.Create(true);
            case "false":
                return JsonValue.Create(false);
        }
        if (word[0] is '-' or (>= '0' and <= '9'))
            try
            {
                using var number = JsonDocument.Parse(word);
                return JsonValue.Create(number.RootElement.Clone());
            }
            catch (JsonException)
            {
                // Reported below like any other word without quotes.
            }
        var placeholder = word.IndexOfAny(['<', '$', '{', '@']) >= 0;
        Mistake(placeholder ? "Placeholder" : "Text without quotes", start, word,
            placeholder ? "A placeholder stands where a value should be." : "A text must stand in double quotes.",
            placeholder ? "Fill the template first, or put the value in double quotes." : $"Write \"{word.Trim('\'')}\".");
        return JsonValue.Create(word);
    }

    // Everything up to a comma, bracket, colon or line end; template marks such as <%= x %> and {{ x }} are taken whole.
    private string BareWord()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (',' or '}' or ']' or '[' or ':' or '\n' or '"'))
        {
            var close = Ahead("<%") ? "%>" : Ahead("{{") ? "}}" : Ahead("{%") ? "%}" : Ahead("${") ? "}" : Ahead("'") ? "'" : null;
            var end = close is null ? -1 : _text.IndexOf(close, _at + 1, StringComparison.Ordinal);
            var line = _text.IndexOf('\n', _at);
            if (close is null && _text[_at] == '{')
                break;
            _at = end < 0 || (line >= 0 && end > line) ? _at + 1 : end + close!.Length;
        }
        return _text[start.._at].TrimEnd();
    }

    private bool Ahead(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private void Blanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private string Rest()
    {
        var end = _text.IndexOf('\n', _at);
        return _text[_at..(end < 0 ? _text.Length : end)].Trim();
    }

    private void Twice(int at, string key)
    {
        var (line, column) = Place(at);
        if (_likeMarvin)
            _log.Warning("Key twice", $"The key “{key}” occurs twice in the same object; Marvin reads only the last one, and so does this import.", "Remove the one that is not meant.", line, column, null, key);
        else
            Mistake("Key twice", at, key, $"The key “{key}” occurs twice in the same object.", "Remove one of them.");
    }

    private void Mistake(string cause, int at, string? value, string message, string cure)
    {
        var (line, column) = Place(Math.Min(at, _text.Length));
        _log.Error(cause, message, cure, line, column, null, value);
    }

    private sealed class TooDeepException : Exception;
}
