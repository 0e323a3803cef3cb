using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Import.Tests.Zones;

/// <summary>The published schema of designs is made of the types and their sentences; set CLOUDNET_WRITE_DOCS=1 to write it anew.</summary>
public sealed class DesignSchemaTests
{
    private static readonly string Published = RepositoryFiles.At("docs", "zone-design.schema.json");

    [Fact]
    public void PublishedSchema_SaysWhatTheTypesSay()
    {
        var made = Make();
        if (Environment.GetEnvironmentVariable("CLOUDNET_WRITE_DOCS") == "1")
            File.WriteAllText(Published, made);
        Assert.True(File.Exists(Published) && File.ReadAllText(Published) == made, "docs/zone-design.schema.json is out of date: run this test with CLOUDNET_WRITE_DOCS=1 and commit it.");
    }

    [Theory, MemberData(nameof(Marvin.MarvinImporterTests.Forms), MemberType = typeof(Marvin.MarvinImporterTests))]
    public void ExportedDesigns_FitTheSchema(string form)
    {
        var schema = JsonNode.Parse(File.ReadAllText(Published))!;
        foreach (var design in ZoneFileImporter.ReadAny(Sample.File($"marvin/{form}")).Designs)
            Assert.Empty(SchemaCheck.Problems(DesignJson.ToTree(design), schema, schema, ""));
    }

    [Fact]
    public void Schema_RefusesUnknownAndWrongValues()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Published))!;
        var tree = DesignJson.ToTree(new ZoneDesign { Id = "zone", Name = "z", Pods = { new Pod { Id = "p" } } });
        tree["pods"]![0]!["colour"] = "red";
        tree["enableZone"] = "yes";
        Assert.Equal(["/enableZone", "/pods/0/colour"], SchemaCheck.Problems(tree, schema, schema, "").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DesignFile_RoundTrips_ByHash()
    {
        var design = ZoneFileImporter.ReadAny(Sample.File("marvin/advanced-two-networks.cfg")).Designs[0];
        var import = ZoneFileImporter.ReadAny(new ImportFile("east-1.json", DesignJson.ToText(design)));
        Assert.Equal("Zone design of the portal", import.RecognisedAs);
        Assert.Equal(CanonicalJson.Hash(CanonicalJson.Bytes(design)), CanonicalJson.Hash(CanonicalJson.Bytes(Assert.Single(import.Designs))));
    }

    [Fact]
    public void DesignFile_WithMistakes_NamesAllOfThem()
    {
        var tree = DesignJson.ToTree(ZoneFileImporter.ReadAny(Sample.File("marvin/advanced-two-networks.cfg")).Designs[0]);
        tree["dns3"] = "192.0.2.55";
        tree["pods"]![0]!["gateway"] = true;
        tree["pods"]![0]!["clusters"]![0]!["id"] = "pod1";
        tree["localStorageEnabled"] = "true";
        var import = ZoneFileImporter.ReadAny(new ImportFile("bad.json", tree.ToJsonString(DesignJson.Options)));
        Assert.Empty(import.Designs);
        Assert.Equal(["/dns3", "/localStorageEnabled", "/pods/0/clusters/0/id", "/pods/0/gateway"], import.Problems.Select(p => p.Place).Order(StringComparer.Ordinal));
        Assert.All(import.Problems, p => Assert.True(p.Line > 1));
    }

    // References become the last part of their name, as a reader of JSON knows it.
    private static string Words(XElement? summary) => string.Concat((summary?.Nodes() ?? []).Select(n => n switch
    {
        XElement { IsEmpty: true } see => JsonNamingPolicy.CamelCase.ConvertName(((string?)see.Attribute("cref") ?? "").Split('.', ':')[^1]),
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    }));

    private static string Make()
    {
        var sentences = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CloudNetPortal.Domain.xml")).Descendants("member")
            .ToDictionary(m => (string)m.Attribute("name")!, m => string.Join(' ', Words(m.Element("summary")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var schema = (JsonObject)new JsonSerializerOptions(DesignJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetJsonSchemaAsNode(typeof(ZoneDesign), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
            {
                if (node is not JsonObject o)
                    return node;
                var member = context.PropertyInfo?.AttributeProvider as System.Reflection.PropertyInfo;
                var name = member is null ? $"T:{context.TypeInfo.Type.FullName}" : $"P:{member.DeclaringType!.FullName}.{member.Name}";
                if (sentences.TryGetValue(name, out var sentence) && sentence.Length > 0 && !o.ContainsKey("$ref"))
                    o.Insert(0, "description", sentence);
                return o;
            },
        });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"Zone design of CloudNetPortal, schema version {ZoneDesign.CurrentSchemaVersion}");
        schema["required"] = new JsonArray("schemaVersion");
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
