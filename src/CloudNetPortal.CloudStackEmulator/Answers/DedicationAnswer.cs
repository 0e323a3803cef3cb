using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

/// <summary>Pods, clusters and hosts that are kept for somebody.</summary>
internal static class DedicationAnswer
{
    public static JsonObject Of(ResourceDedication dedication, string kind, string? name) => Json.Of(
        ("id", dedication.Id), ($"{kind}id", dedication.ResourceId), ($"{kind}name", name), ("domainid", FreshCloud.RootDomain.Id), ("accountid", dedication.AccountId),
        ("affinitygroupid", dedication.AffinityGroupId));
}
