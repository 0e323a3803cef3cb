using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Addressing;

/// <summary>A set of VLANs in JSON: its canonical text, <c>"100-199,300-300"</c>.</summary>
public sealed class VlanSetJson : JsonConverter<VlanSet>
{
    /// <inheritdoc/>
    public override VlanSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VlanSet.TryParse(reader.GetString(), out var set, out var problem, int.MaxValue) ? set : throw new JsonException(problem);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VlanSet value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
