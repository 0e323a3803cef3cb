using System.Text;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Refuses text that client and server would sign differently, before anything is sent.</summary>
internal static class FieldText
{
    /// <summary>The name in lower case: mixed case sorts differently here and there, and the call fails with 401.</summary>
    public static string CheckName(string name) =>
        Ascii.IsValid(name) ? name.ToLowerInvariant() : throw new ArgumentException($"Parameter name '{name}' is not plain ASCII.", nameof(name));

    /// <summary>The value, unless it holds half of a surrogate pair.</summary>
    public static string CheckValue(string name, string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                throw new ArgumentException($"Parameter {name} holds half a character at position {i + 1}.", nameof(value));
            i++;
        }
        return value;
    }
}
