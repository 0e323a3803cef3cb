using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class OfferingRules
{
    public static readonly IReadOnlySet<string> TrafficTypes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Public", "Management", "Control", "Guest", "Vlan", "Storage" };
    public static readonly IReadOnlyList<string> GuestTypes = ["Shared", "Isolated", "L2"];
    public static readonly IReadOnlySet<string> Availabilities = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Required", "Optional" };

    public static bool HasServices(Call call) => call.List("supportedservices").Count > 0;

    /// <summary>The services with the provider that <c>serviceproviderlist</c> gives each.</summary>
    public static JsonArray Services(Call call)
    {
        var providers = call.Entries("serviceproviderlist").ToLookup(e => e.GetValueOrDefault("service") ?? "", e => e.GetValueOrDefault("provider") ?? "", StringComparer.OrdinalIgnoreCase);
        var services = new JsonArray();
        foreach (var name in call.List("supportedservices"))
        {
            if (!ProviderKind.AllServices.Contains(name))
                throw Refusal.Value($"Invalid service name for the network offering: {name}");
            var of = new JsonArray();
            foreach (var provider in providers[name])
            {
                if (ProviderKind.Find(provider) is not { } kind)
                    throw Refusal.Value($"Invalid service provider: {provider}");
                of.Add((JsonNode)Json.Of(("name", kind.Name)));
            }
            services.Add((JsonNode)Json.Of(("name", name), ("provider", of)));
        }
        return services;
    }
}
