using System.Text;
using System.Text.Json.Nodes;
using System.Xml;

namespace CloudNetPortal.CloudStackEmulator.Wire;

/// <summary>The same answer as XML, for callers that do not say <c>response=json</c>.</summary>
internal static class XmlWriting
{
    public static string Write(string envelope, JsonObject body, string version)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement(XmlConvert.EncodeLocalName(envelope));
            xml.WriteAttributeString("cloud-stack-version", version);
            Members(xml, body);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Members(XmlWriter xml, JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (value is JsonArray array)
            {
                foreach (var item in array)
                    Element(xml, name, item);
            }
            else
            {
                Element(xml, name, value);
            }
        }
    }

    private static void Element(XmlWriter xml, string name, JsonNode? value)
    {
        xml.WriteStartElement(XmlConvert.EncodeLocalName(name));
        if (value is JsonObject inner)
            Members(xml, inner);
        else if (value is JsonArray list)
            xml.WriteString(string.Join(',', list.Select(i => i?.ToString())));
        else
            xml.WriteString(Printable(value?.GetValueKind() is System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? ""));
        xml.WriteEndElement();
    }

    private static string Printable(string text) => new([.. text.Where(XmlConvert.IsXmlChar)]);
}
