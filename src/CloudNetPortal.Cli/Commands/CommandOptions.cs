using System.CommandLine;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Cli.Commands;

/// <summary>The arguments and options that several commands share.</summary>
internal static class CommandOptions
{
    public static readonly Argument<string> DesignPath = new("file") { Description = "A zone design (JSON or YAML; “cloudnet example” prints one) or a Marvin cfg." };
    public static readonly Option<string?> Zone = new("--zone") { Description = "The zone meant, when the file holds several; without it, all of them." };
    public static readonly Option<string?> Inventory = new("--inventory") { Description = "Folder with the hosts, switches and cables to judge the design against: NetBox CSV, and a folder for each host with outputs such as ip -d -j addr, ip -j route, lldpctl -f json." };
    public static readonly Option<bool> Json = new("--json") { Description = "One JSON document instead of text." };
    public static readonly Option<string?> Profile = new("--profile") { Description = "Profile of ~/.cmk/config. Without it CLOUDSTACK_ENDPOINT, _KEY and _SECRET count, then the profile in use there." };
    public static readonly Option<string?> Journal = new("--journal") { Description = "Journal of the push; one that exists is resumed. Default: cloudnet-ZONE.journal here." };
    public static readonly Option<string?> SecretsFile = new("--secrets") { Description = "JSON object of secret reference and text. CLOUDNET_SECRET_REFERENCE in the environment does the same." };
    public static readonly Option<string> Pack = new("--pack") { Description = "Weights of the rules: production, lab, or the JSON file of a pack of your own.", DefaultValueFactory = _ => "production" };
    public static readonly Option<string?> Answers = new("--answers") { Description = "Waivers and acknowledgements of the zone, as the portal gives them (answers.json)." };

    public static async Task<(DesignFile File, IReadOnlyList<ZoneDesign> Zones, InventoryFolder Inventory)> OpenAsync(ParseResult given, CancellationToken cancel)
    {
        var file = await DesignFile.ReadAsync(given.GetRequiredValue(DesignPath), cancel);
        var zones = file.Choose(given.GetValue(Zone));
        if (zones.Count == 0) throw new InputException($"{file.Path}: there is no zone in it.");
        return (file, zones, await InventoryFolder.ReadAsync(given.GetValue(Inventory), cancel));
    }

    public static RuleResults Judge(ZoneDesign design, IReadOnlyList<ZoneDesign> others, InventoryFolder inventory, ParseResult given, ZoneSnapshot? live = null) =>
        RuleBook.Judge(new RuleInput(design, inventory.Catalogue, PackFile.Read(given.GetRequiredValue(Pack)), TimeProvider.System.GetUtcNow())
        {
            OtherZones = [.. others.Where(o => !ReferenceEquals(o, design))],
            Live = live?.ZoneId is null ? null : live,
            LiveVlans = live is null ? null : LiveVlans.From(live),
        });
}
