using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreatePhysicalNetwork : AsyncCreateCommand
{
    public override string? InstanceType => "PhysicalNetwork";

    public override CloudObject Create(Call call)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid")!;
        if (zone.Removed)
            throw Refusal.Value("Please specify a valid zone."); // CS-201
        if (zone.Enabled)
            throw Refusal.Denied($"Cannot create PhysicalNetwork since the Zone is currently enabled, zone: {zone}"); // CS-202
        if (zone.Basic && cloud.NetworksOf(zone).Any())
            throw Refusal.State($"Cannot add the physical network to basic zone: {zone}, there is a physical network already existing in this basic Zone"); // CS-203
        if (call.List("tags").Count > 1)
            throw Refusal.Value("Only one tag can be specified for a physical network at this time"); // CS-204
        if (call.List("isolationmethods").Count > 1)
            throw Refusal.Value("Only one isolationMethod can be specified for a physical network at this time"); // CS-206
        if (zone.Basic && call.Has("vlan"))
            throw Refusal.Value("Can't add vnet range to the physical network in the Basic zone"); // CS-208
        var network = new PhysicalNetwork
        {
            ZoneId = zone.Id,
            Name = call.Text("name")!,
            Tag = call.List("tags").FirstOrDefault(),
            Isolation = call.List("isolationmethods").FirstOrDefault(), // CS-207: any text is taken
            Speed = call.Filled("networkspeed"),
            DomainId = call.Row<KnownObject>("domainid")?.Id,
            BroadcastDomainRange = BroadcastDomainRange(call.Filled("broadcastdomainrange"), zone),
        };
        try
        {
            if (call.Filled("vlan") is { } vlan)
                VnetRules.Replace(cloud, network, vlan);
        }
        catch (Refusal)
        {
            throw Refusal.State("Fail to create a physical network"); // CS-211: the precise text is lost
        }
        cloud.PhysicalNetworks.Add(network, call.Now);
        ProviderRules.AddDefaults(call, zone, network);
        cloud.Log("PHYSICAL.NETWORK.CREATE", $"Successfully created entity for Creating Physical Network. Physical Network ID: {network.Id}", network, call.Now);
        return network;
    }

    public override JsonObject Run(Call call) => Json.Of(("physicalnetwork", PhysicalNetworkAnswer.Of(call.Cloud, (PhysicalNetwork)call.Made!)));

    /// <summary>CS-209, CS-210.</summary>
    private static string BroadcastDomainRange(string? text, Zone zone)
    {
        var range = text?.ToUpperInvariant();
        if (range is not (null or "POD" or "ZONE"))
            throw Refusal.Value($"Unable to resolve broadcastDomainRange '{text}' to a supported value {{Pod or Zone}}");
        if (zone.Basic && range == "ZONE")
            throw Refusal.Value("Basic zone can have broadcast domain type of value POD only");
        if (!zone.Basic && range == "POD")
            throw Refusal.Value("Advance zone can have broadcast domain type of value ZONE only");
        return zone.Basic ? "POD" : "ZONE";
    }
}
