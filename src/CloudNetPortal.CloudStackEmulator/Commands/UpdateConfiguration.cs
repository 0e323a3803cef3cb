using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The answer to a change in one zone shows the value of the whole cloud, as on the real server.</summary>
internal sealed class UpdateConfiguration : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var name = call.Text("name")!;
        var setting = SettingRules.Find(call, name);
        var value = call.Text("value") ?? throw Refusal.Value($"The new value for the [{name}] configuration must be given.");
        SettingRules.Value(setting, value);
        (SettingRules.Scope(call) ?? call.Cloud.Settings)[setting["name"]!.ToString()] = value;
        call.Cloud.Log("CONFIGURATION.VALUE.EDIT", $"Successfully completed updating configuration. Name: {setting["name"]} New Value: {value}", call.Row<Zone>("zoneid"), call.Now);
        return Json.Of(("configuration", SettingAnswer.Of(setting, call.Cloud.Setting(name), SettingRules.ScopeName(call))));
    }
}
