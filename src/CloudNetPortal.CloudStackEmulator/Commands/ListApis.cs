using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Contract;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Tells exactly the commands that are implemented.</summary>
internal sealed class ListApis : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var wanted = call.Filled("name");
        var apis = CommandBook.All.Where(c => wanted is null || c.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).Select(c => ContractBook.Find(c.Name)!).Where(call.Cloud.Profile.Offers).ToList();
        if (apis.Count == 0)
            throw Refusal.Command(431, $"Api Discovery plugin was unable to find an api by that name or process any apis");
        return Json.Of(("count", apis.Count), ("api", new JsonArray([.. apis.Select(a => (JsonNode?)One(a, call.Cloud.Profile))])));
    }

    private static JsonObject One(CommandContract api, CloudProfile profile) => Json.Of(
        ("name", api.Name), ("description", ""), ("since", api.Since), ("isasync", profile.IsAsync(api)), ("related", api.Related ?? ""), ("httpmethod", api.HttpMethod),
        ("params", new JsonArray([.. api.Params.Where(p => !p.Hidden && profile.Knows(p.FirstSeen)).Select(p => (JsonNode?)One(p))])),
        ("response", new JsonArray([.. api.Response.Select(f => (JsonNode?)One(f))])));

    private static JsonObject One(ParameterContract parameter) => Json.Of(
        ("name", parameter.Name), ("description", ""), ("type", parameter.Type), ("length", parameter.Length), ("required", parameter.Required), ("since", parameter.Since), ("related", parameter.Related));

    private static JsonObject One(FieldContract field) => Json.Of(
        ("name", field.Name), ("description", ""), ("type", field.Type), ("response", field.Response is null ? null : new JsonArray([.. field.Response.Select(f => (JsonNode?)One(f))])));
}
