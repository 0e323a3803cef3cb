using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Reads the zones of a Marvin file into designs, with ids made of places, so that reading twice gives equal designs.</summary>
internal static class MarvinZones
{
    public static List<ZoneDesign> Read(MarvinNode root, MarvinReading reading)
    {
        var designs = new List<ZoneDesign>();
        foreach (var zone in root.Objects("zones"))
            designs.Add(Zone(zone, designs.Count, reading));
        if (designs.Count > 0)
            Settings(root, designs[0], reading);
        return designs;
    }

    private static ZoneDesign Zone(MarvinNode zone, int number, MarvinReading reading)
    {
        var design = new ZoneDesign
        {
            Id = "zone",
            Name = zone.Text("name") ?? "",
            Kind = Kind(zone, reading),
            Dns1 = zone.Filled("dns1"),
            Dns2 = zone.Filled("dns2"),
            InternalDns1 = zone.Filled("internaldns1"),
            InternalDns2 = zone.Filled("internaldns2"),
            GuestCidr = zone.Filled("guestcidraddress"),
            NetworkDomain = zone.Filled("domain"),
            LocalStorageEnabled = zone.IsTrue("localstorageenabled"),
            EnableZone = zone.Text("enabled") is null || zone.IsTrue("enabled"),
        };
        MarvinNetworks.Read(zone, design, number, reading);
        MarvinRanges.Read(zone, design);
        MarvinPods.Read(zone, design, number, reading);
        MarvinStorage.ReadZone(zone, design, number, reading);
        foreach (var detail in zone.Objects("details"))
        {
            var key = detail.Text("key") ?? "";
            var id = $"detail{design.Details.Count + 1}";
            var isSecret = SecretNames.Matches(key);
            design.Details.Add(new Detail
            {
                Id = id,
                Key = key,
                Value = isSecret ? null : detail.Text("value"),
                SecretRef = isSecret ? reading.Secret(detail.Text("value"), $"zone{number + 1}.{id}") : null,
            });
        }
        return design;
    }

    private static string Kind(MarvinNode zone, MarvinReading reading)
    {
        var (line, column) = zone.Place;
        var type = zone.Text("networktype");
        switch (type?.ToUpperInvariant())
        {
            case "BASIC":
                return "Basic";
            case "ADVANCED":
                break;
            default:
                reading.Log.Warning("Zone type", type is null ? "The zone has no networktype." : "The networktype is neither Basic nor Advanced.",
                    "Choose the kind in the design; Advanced is taken meanwhile.", line, column, $"{zone.Pointer}/networktype", type);
                break;
        }
        if (zone.Json["securitygroupenabled"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
            reading.Log.Warning("Security groups as a boolean", "Marvin reads only the text \"true\" as security groups; the boolean true is half understood.",
                "The design takes security groups as wanted; check that.", line, column, $"{zone.Pointer}/securitygroupenabled", "true");
        return zone.IsTrue("securitygroupenabled") ? "AdvancedSecurityGroups" : "Advanced";
    }

    private static void Settings(MarvinNode root, ZoneDesign design, MarvinReading reading)
    {
        foreach (var setting in root.Objects("globalConfig"))
        {
            var name = setting.Text("name") ?? "";
            var isSecret = SecretNames.Matches(name);
            if (isSecret)
                reading.Log.Warning("Secret setting", $"The value of {name} looks like a secret and is kept out of the design.", "Set it on the cloud itself.",
                    setting.Place.Line, setting.Place.Column, $"{setting.Pointer}/value");
            design.GlobalSettings.Add(new GlobalSetting
            {
                Id = $"setting{design.GlobalSettings.Count + 1}",
                Name = name,
                Value = isSecret ? null : setting.Text("value"),
                Apply = false,
            });
        }
    }
}
