using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Contract;
using CloudNetPortal.CloudStackEmulator.Faults;
using CloudNetPortal.CloudStackEmulator.Jobs;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>One running practice cloud: its state, its keys, its faults, its calls.</summary>
internal sealed class PracticeCloud
{
    private readonly StateStore store;
    private readonly JobRunner jobs;
    private readonly Random dice;
    private long downUntil;

    public PracticeCloud(PracticeCloudOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        store = new StateStore(options.StateFile);
        Cloud = store.Load(time.GetUtcNow());
        Cloud.Profile = options.Profile;
        jobs = new JobRunner(Cloud, store, time);
        (Key, Secret) = options.Key is null ? store.Keys() : (options.Key, options.Secret!);
        Sessions = new Sessions(options, time);
        dice = new Random(options.Seed);
        Faults = new FaultList(new Random(options.Seed));
        foreach (var fault in options.Faults)
            Faults.Add(fault);
    }

    public PracticeCloudOptions Options { get; }
    public TimeProvider Time { get; }
    public CloudState Cloud { get; }
    public string Key { get; }
    public string Secret { get; }
    public Pace Pace => Options.Pace;
    public FaultList Faults { get; }
    public CallLog Calls { get; } = new();
    public Sessions Sessions { get; }
    public Traffic Traffic { get; } = new();

    /// <summary>The secret that belongs to a key, and whose it is: the cloud's own or one registered later.</summary>
    public (string Secret, string User)? SecretOf(string? key)
    {
        if (key is null || key == Key)
            return key is null ? null : (Secret, "admin");
        lock (Cloud.Gate)
        {
            return Cloud.UserKeys.Present.FirstOrDefault(k => k.Key == key) is { } pair
                ? (pair.Secret, FreshCloud.Users.FirstOrDefault(u => u.Id == pair.UserId)?.Text("username") ?? "admin")
                : null;
        }
    }

    /// <summary>True while a simulated restart lasts: every connection is broken.</summary>
    public bool IsDown => Time.GetUtcNow().UtcTicks < Volatile.Read(ref downUntil);

    /// <summary>Does one authenticated call and gives what stands inside its envelope.</summary>
    public JsonObject Do(ApiCommand command, CommandContract contract, Request request, FaultRule? fault, DateTimeOffset arrived)
    {
        lock (Cloud.Gate)
        {
            var now = Time.GetUtcNow();
            var moved = SelfActing.Advance(Cloud, Pace, now);
            var given = ParameterCheck.Unpack(request.Sent);
            var call = new Call(Cloud, contract, given, ParameterCheck.Check(contract, given, Cloud), now, Pace)
            {
                User = request.User,
                Race = new Race(Pace.Races, arrived, Traffic.Now(contract.Name), dice),
            };
            (Cloud.ActingUser, Cloud.ActingJob) = (request.User, null);
            var answer = command switch
            {
                SyncCommand sync => sync.Run(call),
                AsyncCommand async when !Cloud.Profile.IsAsync(contract) => async.Run(call),
                AsyncCommand async => Accept(async, call, given.GetValueOrDefault("customjobid"), fault),
                _ => throw new InvalidOperationException(command.Name),
            };
            if (moved || contract.HttpMethod != "GET")
                store.Save(Cloud);
            return answer;
        }
    }

    /// <summary>Breaks every connection for a while and loses the running jobs, as a killed and restarted server does.</summary>
    public void Restart(TimeSpan down)
    {
        lock (Cloud.Gate)
        {
            var now = Time.GetUtcNow();
            Volatile.Write(ref downUntil, (now + down).UtcTicks);
            foreach (var job in Cloud.Jobs.Rows.Where(j => j.Status == 0))
                JobRunner.Lose(job, now);
            Cloud.RunningJobs.Clear();
            Sessions.EndAll();
            store.Save(Cloud);
        }
    }

    /// <summary>Holds another cloud's objects from now on; running jobs are lost.</summary>
    public void Become(CloudState other)
    {
        lock (Cloud.Gate)
        {
            foreach (var job in Cloud.RunningJobs)
                JobRunner.Lose(job, Time.GetUtcNow());
            Cloud.Become(other);
            store.Save(Cloud);
        }
    }

    /// <summary>Learns what hosts have; gives what is wrong with the description, and then nothing is learnt.</summary>
    public IReadOnlyList<string> Describe(IReadOnlyList<HostFacts> hosts)
    {
        var problems = hosts.Select((h, i) => (h.Address, i)).Where(h => h.Address.Length == 0).Select(h => $"hosts[{h.i}]: address is missing; give the address or name that addHost gets").ToList();
        if (problems.Count > 0)
            return problems;
        lock (Cloud.Gate)
        {
            Cloud.HostFacts.RemoveAll(f => hosts.Any(h => h.Address == f.Address));
            Cloud.HostFacts.AddRange(hosts);
            store.Save(Cloud);
        }
        return [];
    }

    private JsonObject Accept(AsyncCommand command, Call call, string? customJobId, FaultRule? fault)
    {
        try
        {
            call.Made = (command as AsyncCreateCommand)?.Create(call);
            var job = JobRunner.Accept(command, call, customJobId);
            jobs.Start(command, call, job, fault);
            return Json.Of(("id", call.Made?.Id), ("jobid", job.Id));
        }
        catch (Refusal) when (call.Made is not null)
        {
            store.Save(Cloud); // the row was made before the refusal
            throw;
        }
    }
}
