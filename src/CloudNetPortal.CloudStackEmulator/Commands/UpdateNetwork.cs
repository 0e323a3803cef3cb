using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateNetwork : AsyncCommand
{
    public override string? InstanceType => "Network";

    public override CloudObject? Instance(Call call) => call.Row<GuestNetwork>("id");

    public override JsonObject Run(Call call)
    {
        var network = call.Row<GuestNetwork>("id")!;
        if (network.Removed)
            throw Refusal.Value("Specified network id doesn't exist in the system");
        if (call.Filled("networkdomain") is { } domain && !DomainName.IsValid(domain))
        {
            throw Refusal.Value("Invalid network domain. Total length shouldn't exceed 190 chars. Each domain label must be between 1 and 63 characters long, can contain ASCII letters 'a' through 'z', " +
                "the digits '0' through '9', and the hyphen ('-'); can't start or end with \"-\"");
        }
        network.Name = call.Filled("name") ?? network.Name;
        network.DisplayText = call.Filled("displaytext") ?? network.DisplayText;
        network.NetworkDomain = call.Filled("networkdomain") ?? network.NetworkDomain;
        call.Cloud.Log("NETWORK.UPDATE", $"Successfully completed updating network. Network ID: {network.Id}", network, call.Now);
        return Json.Of(("network", NetworkAnswer.Of(call.Cloud, network)));
    }
}
