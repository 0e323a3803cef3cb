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
        var zone = call.Row<Zone>("zoneid");
        if (zone is not null)
            zone.Settings.Remove(name);
        else
            call.Cloud.Settings[name] = setting["defaultvalue"]?.ToString() ?? "";
        return Json.Of(("configuration", SettingAnswer.Of(setting, SettingAnswer.ValueIn(call.Cloud, setting, zone), zone is not null)));
    }
}
