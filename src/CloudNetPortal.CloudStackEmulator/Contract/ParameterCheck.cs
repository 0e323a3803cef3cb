using System.Globalization;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Contract;

/// <summary>The rules for every call (CS-001 to CS-007), applied before any command logic.</summary>
internal static class ParameterCheck
{
    /// <summary>CS-007: no control characters but line feed and carriage return.</summary>
    public static void Characters(IReadOnlyDictionary<string, string> sent)
    {
        foreach (var (name, value) in sent)
        {
            if (value.Any(c => c is < ' ' and not ('\n' or '\r') or '\x7f'))
                throw Refusal.Command(431, $"Received value containing illegal ASCII non-printable characters for parameter {name}");
        }
    }

    /// <summary>Lower-cases the names and checks that object arrays can be read (CS-006).</summary>
    public static Dictionary<string, string> Unpack(IReadOnlyDictionary<string, string> sent)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in sent)
        {
            if (name.Contains('[', StringComparison.Ordinal) && !IsReadableArray(name))
            {
                throw Refusal.Command(430, $"Unable to decode parameter {name}; if specifying an object array, please use parameter[index].field=XXX, " +
                    "e.g. userGroupList[0].group=httpGroup");
            }
            given[name.ToLowerInvariant()] = value;
        }
        return given;
    }

    /// <summary>Checks each parameter of the contract and finds the rows that id parameters name.</summary>
    public static Dictionary<string, IReadOnlyList<CloudObject>> Check(CommandContract command, Dictionary<string, string> given, CloudState cloud)
    {
        var found = new Dictionary<string, IReadOnlyList<CloudObject>>(StringComparer.Ordinal);
        foreach (var parameter in command.Params)
            Parameter(command, parameter, given, cloud, found);
        return found;
    }

    private static void Parameter(CommandContract command, ParameterContract parameter, Dictionary<string, string> given, CloudState cloud,
        Dictionary<string, IReadOnlyList<CloudObject>> found)
    {
        var lower = command.Name.ToLowerInvariant();
        if (!given.TryGetValue(parameter.Name, out var value))
        {
            if (parameter.Required && !(parameter.Type == "map" && given.Keys.Any(k => k.StartsWith(parameter.Name + "[", StringComparison.Ordinal))))
                throw Refusal.Command(431, $"Unable to execute API command {lower} due to missing parameter {parameter.Name}"); // CS-001
            return;
        }
        switch (parameter.Type)
        {
            case "uuid":
                if (Entity(lower, parameter, value, cloud) is { } row)
                    found[parameter.Name] = [row];
                else
                    given.Remove(parameter.Name);
                break;
            case "list" when parameter.Of == "uuid":
                found[parameter.Name] = [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => Entity(lower, parameter, v, cloud)!)];
                break;
            case "integer" or "short" when !JavaNumber.TryRead(value, out _):
            case "long" when !JavaNumber.TryReadLong(value, out _):
            case "float" or "double" when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _):
                throw Refusal.Command(431, $"Unable to execute API command {lower} due to invalid value {value} for parameter {parameter.Name}"); // CS-005
            case "string" when value.Length > parameter.Length: // CS-003
                throw Refusal.Command(431, $"Unable to execute API command {lower} due to invalid value. Value greater than max allowed length {parameter.Length} for param: {parameter.Field ?? parameter.Name}");
        }
        if (parameter.Required && value.Length == 0)
            throw Refusal.Value($"Invalid value provided for API arg: {parameter.Name}"); // CS-002
    }

    /// <summary>CS-004. A newer parameter silently forgets a value that is no UUID; an older one also takes the internal number.</summary>
    private static CloudObject? Entity(string command, ParameterContract parameter, string value, CloudState cloud)
    {
        var isUuid = Guid.TryParse(value, out _);
        if (!isUuid && parameter.Since is not null)
            return null;
        if (value == "-1")
            return null;
        return EntityKinds.Find(cloud, parameter.Related, value) ?? throw Refusal.Command(431,
            $"Unable to execute API command {command} due to invalid value. Invalid parameter {parameter.Name} value={value} due to incorrect long value format, " +
            "or entity does not exist or due to incorrect parameter annotation for the field in api cmd class.");
    }

    private static bool IsReadableArray(string name)
    {
        int open = name.IndexOf('[', StringComparison.Ordinal), close = name.IndexOf(']', StringComparison.Ordinal), dot = name.IndexOf('.', Math.Max(0, close));
        if (open != name.LastIndexOf('[') || close != name.LastIndexOf(']') || close < open || (dot >= 0 && dot + 1 == name.Length))
            return false;
        return JavaNumber.TryRead(name[(open + 1)..close], out _);
    }
}
