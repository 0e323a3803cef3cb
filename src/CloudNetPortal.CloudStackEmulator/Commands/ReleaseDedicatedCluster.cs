using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseDedicatedCluster : ReleaseResource<Cluster>
{
    protected override string Kind => "cluster";
}
