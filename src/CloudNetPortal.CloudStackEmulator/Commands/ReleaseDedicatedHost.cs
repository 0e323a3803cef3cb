using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseDedicatedHost : ReleaseResource<Host>
{
    protected override string Kind => "host";
}
