using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>For a zone only the settings of that scope are listed, and counted by the page.</summary>
internal sealed class ListConfigurations : ListCommand<JsonObject>
{
    protected override bool CountsThePage(Call call) => Rules.SettingRules.ScopeName(call) is not null;

    protected override IEnumerable<JsonObject> Rows(Call call) => call.Cloud.SettingRows
        .Where(s => Same(call.Filled("name"), s["name"]!.ToString()) && Same(call.Filled("category"), s["category"]?.ToString()) && Same(call.Filled("group"), s["group"]?.ToString()))
        .Where(s => Same(call.Filled("subgroup"), s["subgroup"]?.ToString()) && Like(call.Filled("keyword"), s["name"]!.ToString(), s["component"]?.ToString(), s["description"]?.ToString(), s["category"]?.ToString(), s["value"]?.ToString()))
        .Where(s => Rules.SettingRules.HasScope(s["name"]!.ToString(), Rules.SettingRules.ScopeName(call)))
        .OrderBy(s => s["name"]!.ToString(), StringComparer.OrdinalIgnoreCase);

    protected override JsonNode Show(Call call, JsonObject row) =>
        SettingAnswer.Of(row, SettingAnswer.ValueIn(call.Cloud, row, Rules.SettingRules.Scope(call)), Rules.SettingRules.ScopeName(call));
}
