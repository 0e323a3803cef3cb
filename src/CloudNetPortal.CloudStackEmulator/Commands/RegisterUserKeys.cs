using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Asynchronous since 4.23. The new pair is valid beside the old one.</summary>
internal sealed class RegisterUserKeys : AsyncCommand
{
    public override string? InstanceType => "User";

    public override CloudObject? Instance(Call call) => call.Row<KnownObject>("id");

    public override JsonObject Run(Call call)
    {
        var user = call.Row<KnownObject>("id")!;
        var pair = call.Cloud.UserKeys.Add(new UserKeyPair { UserId = user.Id, Name = call.Filled("name") ?? "", Key = NewText(), Secret = NewText() }, call.Now);
        call.Cloud.Log("REGISTER.USER.KEY", "Successfully completed register for the developer API keys", user, call.Now);
        return Json.Of(("userkeys", call.Cloud.Profile.IsAtLeast(4, 23)
            ? Json.Of(("id", pair.Id), ("name", Json.NoneIfEmpty(pair.Name)), ("userid", user.Id), ("username", user.Text("username")), ("apikey", pair.Key), ("secretkey", pair.Secret), ("created", ServerFacts.Date(pair.Created)))
            : Json.Of(("apikey", pair.Key), ("secretkey", pair.Secret))));
    }

    private static string NewText() => Hosting.PracticeCloudOptions.NewKey();
}
