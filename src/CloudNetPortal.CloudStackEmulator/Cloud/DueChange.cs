namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Something the cloud will do by itself at a moment: a host reaches maintenance, system VMs start, a volume is expunged.</summary>
internal sealed record DueChange(DateTimeOffset At, DueKind Kind, string ObjectId);

internal enum DueKind
{
    SystemVms,
    SystemVmRuns,
    HostMaintenance,
    Expunge,
}
