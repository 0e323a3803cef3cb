using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class ProviderAnswer
{
    public static JsonObject Of(Provider provider) => Json.Of(
        ("name", provider.Name), ("physicalnetworkid", provider.PhysicalNetworkId), ("state", ZoneAnswer.State(provider.Enabled)), ("id", provider.Id),
        ("servicelist", Json.List(provider.Services)), ("canenableindividualservice", ProviderKind.Find(provider.Name)?.EnablesIndividually ?? false));

    public static JsonObject Of(ProviderElement element) => Json.Of(("id", element.Id), ("nspid", element.ProviderId), ("enabled", element.Enabled));
}
