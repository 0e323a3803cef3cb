using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Push.Tests.Drills;
using CloudNetPortal.Push.Tests.Snapshots;
using CloudNetPortal.Push.Tests.Things;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Plans;

/// <summary>Plans against a zone that is there, carried out: after each push nothing differs, and the next plan only keeps.</summary>
public sealed class ChangedZoneTests
{
    private static readonly PlanOptions Options = new() { Mark = "portal-1" };
    private readonly Dictionary<string, string> _known = [];
    private readonly HashSet<string> _owned = [];

    [Fact]
    public async Task Zone_ChangedInManyWays_IsBroughtThereAndBackAndRemoved()
    {
        await using var drill = new DrillCloud(await PracticeCloud.StartAsync("--pace", "0"));
        var client = SnapshotReaderTests.Client(drill.Cloud);
        var first = await PlanAsync(client, DrillDesign.Make());
        await PushAsync(client, first);
        // An address of a system VM would keep a public range from being given to an account.
        await drill.WithoutSystemVmsAsync();
        Keeps(await PlanAsync(client, DrillDesign.Make()));

        var design = DrillDesign.Make();
        Edit(design);
        var plan = await PlanAsync(client, design);
        Assert.Null(plan.WhyNot);
        Assert.True(plan.Steps.Count(s => s.Action == PlanAction.Change) >= 20, PlanText.Of(plan));
        var made = await PushAsync(client, plan);
        Keeps(await PlanAsync(client, design));

        // What that push did is taken back.
        await drill.WithoutSystemVmsAsync();
        var back = RollbackPlan.Of(plan, made, await SnapshotAsync(client));
        await PushAsync(client, back);
        var rest = (await PlanAsync(client, DrillDesign.Make())).Steps.Where(s => s is { OnlyFinds: false, Action: not PlanAction.Keep }).Select(s => s.Key).ToList();
        Assert.True(rest.TrueForAll(k => k is "zone/mark" or "host/c2h2"), string.Join(", ", rest));

        var removal = RemovalPlan.Of(await SnapshotAsync(client), _owned, plan.RevisionHash);
        Assert.True(removal.WhyNot is null, removal.WhyNot);
        await PushAsync(client, removal);
        Assert.Null((await SnapshotAsync(client)).ZoneId);
    }

    // Everything a practice cloud changes in place, and what has to be made again.
    private static void Edit(ZoneDesign design)
    {
        (design.Dns1, design.Dns2, design.InternalDns1, design.GuestCidr, design.NetworkDomain) = ("10.0.9.54", "10.0.9.55", "10.0.0.54", "10.2.0.0/16", "other.example");
        design.LocalStorageEnabled = true;
        design.Details[0].Value = "platform team";
        var (infra, guest) = (design.PhysicalNetworks[0], design.PhysicalNetworks[1]);
        guest.Tags = ["guest-b"];
        guest.GuestVlans = "500-580,701-710";
        guest.VlanDedications[0].Vlans = "530-539";
        guest.TrafficTypes[0].Labels["KVM"] = "cloudbr4";
        guest.TrafficTypes[0].Labels["XenServer"] = "guest";
        infra.TrafficTypes[2].Labels["KVM"] = "cloudbr5";
        guest.Providers[2].Enabled = false;
        design.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n3", Name = "drill-second", IsolationMethods = ["VLAN"], Tags = ["second"], GuestVlans = "900-910", TrafficTypes = [new TrafficType { Id = "t5", Type = "Guest", Labels = { ["KVM"] = "cloudbr6" } }] });
        var (one, two) = (design.Pods[0], design.Pods[1]);
        one.Name = "drill-pod-one";
        (one.ManagementRanges[1].StartIp, one.ManagementRanges[1].EndIp) = ("10.0.1.44", "10.0.1.55");
        two.ManagementRanges[1].EndIp = "10.0.2.59";
        one.ManagementRanges.Add(new ManagementRange { Id = "m1c", StartIp = "10.0.1.60", EndIp = "10.0.1.69" });
        one.StorageRanges[0].EndIp = "10.20.1.39";
        two.StorageRanges[0].Vlan = "322";
        design.PublicRanges[0].EndIp = "198.51.100.59";
        design.PublicRanges[1].DedicatedTo = new Owner { Domain = "ROOT", Account = "admin" };
        (one.Clusters[0].PrimaryStorages[0].Name, one.Clusters[0].PrimaryStorages[0].Tags) = ("drill-pool-one", "fast");
        design.SecondaryStorages[0].Name = "drill-secondary-one";
        design.PublicRanges.Add(new PublicRange { Id = "r3", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.10", EndIp = "192.0.2.29", Vlan = "403" });
        one.Clusters[0].Name = "drill-cluster-one";
        one.Clusters[0].Hosts[0].Tags = ["fast"];
        one.Clusters[0].Hosts.Add(new Host { Id = "c1h2", Url = "http://10.0.1.203", UserName = "root", PasswordRef = "drill.host" });
        two.Clusters[0].Hosts.RemoveAt(2);
        design.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "drill-second-store", Provider = "NFS", Url = "nfs://10.0.3.4/drill/other" });
    }

    private async Task<Plan> PlanAsync(CloudStackClient client, ZoneDesign design) =>
        Planner.Plan(design, new string('0', 64), CatalogueSnapshot.Empty, new PlanInputs { Snapshot = await SnapshotAsync(client), KnownIds = _known, Owned = _owned, Options = Options });

    private static async Task<ZoneSnapshot> SnapshotAsync(CloudStackClient client) =>
        (await new SnapshotReader(client, TimeProvider.System).ReadByNameAsync("drill", TestContext.Current.CancellationToken)).Snapshot;

    private async Task<Dictionary<string, StepMade>> PushAsync(CloudStackClient client, Plan plan)
    {
        var journal = new MemoryJournal();
        var outcome = await new PlanRunner(plan, client, journal, (_, _) => Task.FromResult("password"), new Recorder(), TimeProvider.System).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.True(outcome.Kind == PushOutcomeKind.Completed, outcome.Text + "\n" + string.Join('\n', outcome.Steps.Where(s => s.State != StepState.Done).Take(6).Select(s => $"{s.Key} {s.State}: {s.Text}")));
        Assert.All(outcome.Proofs, p => Assert.True(p.Same, $"{p.Step} {p.Field}: {p.Pushed} / {p.Observed}"));
        var made = outcome.Steps.ToDictionary(s => s.Key, s => new StepMade(s.ObjectId, s.How == StepEffect.Called));
        foreach (var (key, step) in made.Where(m => m.Value.Id is not null))
        {
            _known[key] = step.Id!;
            if (step.ByUs && plan.Steps.Single(s => s.Key == key).Action == PlanAction.Create)
                _owned.Add(step.Id!);
        }
        return made;
    }

    private static void Keeps(Plan plan)
    {
        Assert.Empty(plan.Problems);
        var others = plan.Steps.Where(s => s is { OnlyFinds: false, Action: not (PlanAction.Keep or PlanAction.Wait) }).ToList();
        Assert.True(others.Count == 0, string.Join('\n', others.Select(PlanText.Of)));
    }
}
