namespace CloudNetPortal.CloudStackEmulator.Addresses;

/// <summary>Whole numbers as the server's language reads them: a sign is allowed, blanks are not, and any Unicode digit counts.</summary>
internal static class JavaNumber
{
    public static bool TryRead(string text, out int number)
    {
        number = 0;
        if (!TryReadLong(text, out var wide) || wide is < int.MinValue or > int.MaxValue)
            return false;
        number = (int)wide;
        return true;
    }

    public static bool TryReadLong(string text, out long number)
    {
        number = 0;
        var start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text.Length == start)
            return false;
        Int128 value = 0;
        foreach (var c in text.AsSpan(start))
        {
            if (!char.IsDigit(c))
                return false;
            value = (value * 10) + (int)char.GetNumericValue(c);
            if (value > (Int128)long.MaxValue + 1)
                return false;
        }
        if (text[0] == '-')
            value = -value;
        if (value > long.MaxValue)
            return false;
        number = (long)value;
        return true;
    }
}
