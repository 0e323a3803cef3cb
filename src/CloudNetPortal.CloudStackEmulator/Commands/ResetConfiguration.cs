using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ResetConfiguration : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var setting = SettingRules.Find(call, call.Text("name")!);
        var name = setting["name"]!.ToString();
        var scope = SettingRules.Scope(call);
        if (scope is not null)
            scope.Remove(name);
        else
            call.Cloud.Settings[name] = setting["defaultvalue"]?.ToString() ?? "";
        call.Cloud.Log("CONFIGURATION.VALUE.EDIT", $"Successfully completed resetting configuration. Name: {name}", call.Row<Zone>("zoneid"), call.Now);
        return Json.Of(("configuration", SettingAnswer.Of(setting, SettingAnswer.ValueIn(call.Cloud, setting, scope), SettingRules.ScopeName(call))));
    }
}
