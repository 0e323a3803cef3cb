using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseDedicatedPod : ReleaseResource<Pod>
{
    protected override string Kind => "pod";
}
