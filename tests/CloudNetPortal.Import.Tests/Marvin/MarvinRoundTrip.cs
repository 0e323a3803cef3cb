using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Marvin;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Tests.Marvin;

/// <summary>What “nothing lost” means, in code. Comments, blanks, line ends and the order of keys do not matter, nor
/// does a value that a later key of the same name hides, for Marvin never sees it (the import names it); everything else does.</summary>
internal static class MarvinRoundTrip
{
    /// <summary>The file as Marvin reads it: lines of # comments dropped, then strict JSON.</summary>
    public static JsonNode? AsMarvinReads(ImportFile file)
    {
        using var document = JsonDocument.Parse(string.Join('\n', file.Text.Split('\n').Where(l => !l.TrimStart().StartsWith('#'))));
        return Copy(document.RootElement);
    }

    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject())
                    members[member.Name] = Copy(member.Value);
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            default:
                return JsonNode.Parse(element.GetRawText());
        }
    }

    public static void Check(ImportFile file)
    {
        var import = ZoneFileImporter.ReadAny(file);
        Assert.False(import.Failed, $"{file.Path}: {string.Join('\n', import.Problems)}");

        // Designs survive their own file format: what is stored and exported is what was imported.
        var designs = import.Designs.Select(d => DesignJson.Read(DesignJson.ToText(d))).ToList();
        var back = MarvinExport.Write(designs, import.Secrets, import.Leftovers);

        Assert.Empty(back.MissingSecrets);
        var original = AsMarvinReads(file);
        Assert.True(JsonNode.DeepEquals(original, back.Tree), $"{file.Path} came back as\n{back.Text}");
        Assert.True(JsonNode.DeepEquals(original, JsonNode.Parse(back.Text)), file.Path);

        // Whatever Marvin reads and the design has a place for is in the design and not merely carried along.
        var named = import.Problems.Where(p => p.Cause == "Wrong kind of value").Select(p => p.Place!).ToList();
        foreach (var leftover in import.Leftovers.Where(l => !named.Exists(n => n.StartsWith(l.Path, StringComparison.Ordinal))))
            Assert.DoesNotContain(leftover.Path.Split('/')[^1], CarriedByDesign(leftover));

        // No secret stands anywhere but among the secrets.
        var written = string.Join('\n', designs.Select(DesignJson.ToText)) + JsonSerializer.Serialize(import.Leftovers.Select(l => new { l.Path, l.Design, l.File }));
        foreach (var (reference, plain) in import.Secrets)
            Assert.False(written.Contains($"\"{plain}\"", StringComparison.Ordinal) && !IsEverydayWord(plain), $"{file.Path}: {reference} stands in plain text.");

        // Reading again gives the same designs, to the byte.
        var again = ZoneFileImporter.ReadAny(file);
        Assert.Equal(import.Designs.Select(d => CanonicalJson.Hash(CanonicalJson.Bytes(d))), again.Designs.Select(d => CanonicalJson.Hash(CanonicalJson.Bytes(d))));
    }

    // Keys that must never be left over inside a zone with a value of their own, because the design has a property for each.
    private static string[] CarriedByDesign(Leftover leftover) => leftover.Kind != LeftoverKind.NotInDesign || !leftover.Path.StartsWith("/zones/", StringComparison.Ordinal) ? [] :
        ["name", "dns1", "dns2", "internaldns1", "internaldns2", "guestcidraddress", "networktype", "securitygroupenabled", "localstorageenabled", "domain", "startip", "endip", "gateway", "netmask",
            "vlan", "typ", "kvm", "xen", "vmware", "simulator", "clustername", "hypervisor", "clustertype", "username", "hosttags", "tags", "isolationmethods", "scope", "pods", "clusters", "hosts",
            "physical_networks", "primaryStorages", "secondaryStorages", "traffictypes", "providers_", "enabled"];

    // “root”, “cloud” and “password” are also user names, data base names and parts of the format.
    private static bool IsEverydayWord(string plain) => plain is "root" or "cloud" or "admin" or "password";
}
