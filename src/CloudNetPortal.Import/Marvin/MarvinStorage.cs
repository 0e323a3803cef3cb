using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Primary pools, image stores and staging stores of a Marvin zone; passwords in URLs and details are put aside.</summary>
internal static class MarvinStorage
{
    public static void ReadZone(MarvinNode zone, ZoneDesign design, int number, MarvinReading reading)
    {
        foreach (var source in zone.Objects("primaryStorages"))
            design.PrimaryStorages.Add(Primary(source, $"primary{design.PrimaryStorages.Count + 1}", number, reading));
        foreach (var source in zone.Objects("secondaryStorages"))
            design.SecondaryStorages.Add(Secondary(source, $"secondary{design.SecondaryStorages.Count + 1}", number, reading));
        foreach (var source in zone.Objects("cacheStorages"))
            design.StagingStores.Add(Secondary(source, $"staging{design.StagingStores.Count + 1}", number, reading));
    }

    public static PrimaryStorage Primary(MarvinNode source, string id, int number, MarvinReading reading) => new()
    {
        Id = id,
        Name = source.Text("name") ?? "",
        Url = Url(source, reading) ?? "",
        Scope = source.Filled("scope"),
        Hypervisor = source.Filled("hypervisor"),
        Provider = source.Filled("provider"),
        Tags = source.Filled("tags"),
        Details = Details(source, id, number, reading),
    };

    private static SecondaryStorage Secondary(MarvinNode source, string id, int number, MarvinReading reading) => new()
    {
        Id = id,
        Name = source.Filled("name"),
        Url = Url(source, reading) is { Length: > 0 } url ? url : null,
        Provider = source.Filled("provider"),
        Details = Details(source, id, number, reading),
    };

    private static List<Detail> Details(MarvinNode source, string id, int number, MarvinReading reading)
    {
        var details = new List<Detail>();
        if (source.Json["details"] is not JsonObject)
            return details;
        foreach (var (key, value) in source.Object("details")!.Json)
        {
            if (MarvinNode.AsText(value) is not { } text)
                continue;
            var detailId = $"{id}.detail{details.Count + 1}";
            // Swift calls its password “key”.
            var isSecret = SecretNames.Matches(key) || key == "key";
            details.Add(new Detail
            {
                Id = detailId,
                Key = key,
                Value = isSecret ? null : text,
                SecretRef = isSecret ? reading.Secret(text, $"zone{number + 1}.{detailId}") : null,
            });
        }
        return details;
    }

    private static string? Url(MarvinNode source, MarvinReading reading)
    {
        var url = source.Text("url");
        if (SecretNames.InUrl(url) is not { } secret)
            return url;
        reading.Log.Warning("Password in a URL", "The URL holds a password; the design keeps the URL without it.", "Give the password as a detail of the store, or enter the pool in CloudStack by hand.",
            source.Place.Line, source.Place.Column, $"{source.Pointer}/url");
        return url![..secret.Start.Value] + SecretNames.Hidden + url[secret.End.Value..];
    }
}
