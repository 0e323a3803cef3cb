using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Every refusal is 530/9999, whatever was wrong.</summary>
internal sealed class CreateStoragePool : SyncCommand
{
    private static readonly Dictionary<string, string> PoolTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nfs"] = "NetworkFilesystem", ["networkfilesystem"] = "NetworkFilesystem", ["file"] = "Filesystem", ["filesystem"] = "Filesystem", ["sharedmountpoint"] = "SharedMountPoint", ["rbd"] = "RBD",
        ["gluster"] = "Gluster", ["iscsi"] = "IscsiLUN", ["iso"] = "ISO", ["clvm"] = "CLVM", ["vmfs"] = "VMFS", ["presetup"] = "PreSetup", ["ocfs2"] = "OCFS2", ["cifs"] = "SMB", ["smb"] = "SMB",
    };

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid")!;
        var cluster = call.Row<Cluster>("clusterid");
        var scope = Scope(call, cluster);
        var uri = Url(call.Text("url")!);
        if (!PoolTypes.TryGetValue(uri.Scheme, out var type))
            throw Refused($"Failed to add data store: No enum constant com.cloud.storage.Storage.StoragePoolType.{uri.Scheme}"); // CS-1203
        if (type == "Filesystem" && !zone.LocalStorage)
            throw Refused($"Local storage is not enabled for zone: {zone}"); // CS-1206
        if (cluster is not null && !cloud.Hosts.Present.Any(h => h.ClusterId == cluster.Id && h.ResourceState == "Enabled"))
            throw Refused($"Failed to add data store: No host up to associate a storage pool with in cluster: {cluster}"); // CS-1205
        if (cloud.Pools.Present.FirstOrDefault(p => p.Address == uri.Host && p.Path == uri.Path) is { } twin)
            throw Refused($"Failed to add data store: Storage pool {uri.Path} already in use by another pod (id={cloud.Pods.Find(twin.PodId)?.Number.ToString() ?? "null"})");
        var pool = cloud.Pools.Add(new StoragePool
        {
            Id = NameUuid.Of(uri.Host + uri.Path), ZoneId = zone.Id, PodId = scope == "ZONE" ? null : cluster?.PodId, ClusterId = scope == "ZONE" ? null : cluster?.Id, Name = call.Text("name")!, Address = uri.Host, Path = uri.Path,
            PoolType = type, Scope = scope, Hypervisor = scope == "ZONE" ? Hypervisors.Canonical(call.Text("hypervisor")!) : cluster?.Hypervisor ?? "", ProviderName = call.Filled("provider") ?? "DefaultPrimary",
            Tags = call.Filled("tags"), TagIsRule = call.Flag("istagarule"),
        }, call.Now);
        cloud.Log("STORAGE.POOL.CREATE", $"Successfully completed creating storage pool {pool.Name}", pool, call.Now);
        return Json.Of(("storagepool", StorageAnswer.Of(cloud, pool, listed: false)));
    }

    /// <summary>CS-1201, CS-1202.</summary>
    private static string Scope(Call call, Cluster? cluster)
    {
        var scope = call.Filled("scope")?.ToUpperInvariant() ?? "CLUSTER";
        switch (scope)
        {
            case "CLUSTER" when cluster is null:
                throw Refused("cluster id can't be null, if scope is cluster");
            case "ZONE" when call.Filled("hypervisor") is null:
                throw Refused("Missing parameter hypervisor. Hypervisor type is required to create zone wide primary storage.");
            case "ZONE" when Hypervisors.Canonical(call.Text("hypervisor")!) is not ("KVM" or "VMware" or "Hyperv" or "LXC" or "Any" or "Simulator"):
                throw Refused($"Zone wide storage pool is not supported for hypervisor type {Hypervisors.Canonical(call.Text("hypervisor")!)}");
            case "CLUSTER" or "ZONE" or "HOST":
                return scope;
            default:
                throw Refused($"invalid scope for pool {call.Text("scope")}");
        }
    }

    private static (string Scheme, string Host, string Path) Url(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            throw Refused($"scheme is null {url}, add nfs:// (or cifs://) as a prefix");
        var rest = url[(colon + 1)..].TrimStart('/');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (rest, "") : (rest[..slash].TrimEnd(':'), rest[slash..]);
        var scheme = url[..colon];
        if (scheme.Equals("file", StringComparison.OrdinalIgnoreCase))
            return (scheme, "", "/" + rest);
        if (scheme is "sharedmountpoint" or "rbd" or "gluster" && (host.Length == 0 || path.Length == 0))
            throw Refused($"host or path is null, should be {scheme}://{(scheme == "sharedmountpoint" ? "localhost/path" : scheme == "rbd" ? "hostname/pool" : "hostname/volume")}"); // CS-1203
        if (path.Length == 0)
            throw Refused("Failed to add data store: Cannot invoke \"String.replaceFirst(String, String)\" because \"hostPath\" is null");
        return (scheme, host, path);
    }

    private static Refusal Refused(string text) => Refusal.Command(530, text);
}
