using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>Finds the device a host output belongs to: a person's word, the content, a folder or file name that is a known device, the folder.</summary>
internal static class FileOwner
{
    public static string? Of(ImportFile file, InventoryImporter importer, InventoryMapping mapping, Func<string, string?> known, ProblemLog log)
    {
        if (mapping.Devices.TryGetValue(file.Path, out var chosen) && chosen.Length > 0)
            return chosen;
        if (importer.DeviceIn(file) is { } inside)
            return known(inside) ?? known(inside.Split('.')[0]) ?? inside;
        foreach (var folder in file.Path.Split('/')[..^1].Reverse())
            if (known(folder) is { } named)
                return named;
        foreach (var length in Enumerable.Range(1, file.Name.Length).Reverse())
            if ((length == file.Name.Length || !char.IsAsciiLetterOrDigit(file.Name[length])) && known(file.Name[..length]) is { } prefix)
                return prefix;
        var parts = file.Name.Split('.');
        if (parts.Length > 2)
            return parts[0];
        if (file.Folder is { } own)
        {
            log.Note("Device taken from the folder", $"The file is taken as output of “{own}”, the folder it lies in; no list of devices names it.", "Name another device if that is wrong.", null, null, "device", own);
            return own;
        }
        log.Error("Device unknown", "The file does not say which device it was taken on.", "Name the device, or put the file into a folder named like it.", null, null, "device");
        return null;
    }
}
