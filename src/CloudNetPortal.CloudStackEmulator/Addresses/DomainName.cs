namespace CloudNetPortal.CloudStackEmulator.Addresses;

/// <summary>The server's idea of a network domain (CS-106).</summary>
internal static class DomainName
{
    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > 190 || name[0] is '.' or '-' || name[^1] is '.' or '-')
            return false;
        return name.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }
}
