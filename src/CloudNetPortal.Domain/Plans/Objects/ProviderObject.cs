using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A network service provider that does not come with its physical network. Its state is changed by a step of its own.</summary>
public sealed class ProviderObject : CloudObject
{
    /// <summary>Providers that createPhysicalNetwork makes itself; adding one again is refused (530).</summary>
    public static IReadOnlyList<string> MadeWithTheNetwork { get; } = ["VirtualRouter", "VpcVirtualRouter", "InternalLbVm", "SecurityGroupProvider", "BaremetalPxeProvider", "ConfigDrive"];

    /// <inheritdoc/>
    public override string Create => "addNetworkServiceProvider";
    /// <inheritdoc/>
    public override string List => "listNetworkServiceProviders";
    /// <inheritdoc/>
    public override string Noun => "provider";
    /// <inheritdoc/>
    public override string KeyPart => "provider";
    /// <inheritdoc/>
    public override string Delete => "deleteNetworkServiceProvider";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override int TakeDownOrder => 80;
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [];

    /// <inheritdoc/>
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) => MadeWithTheNetwork.Contains(FieldPath.Text(row, "name") ?? "", StringComparer.OrdinalIgnoreCase);
}
