using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features;

/// <summary>The portal's use cases on a database of their own, without pages and without the push worker running.</summary>
public sealed class UseCaseFixture : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private ServiceProvider? _services;

    internal string ConnectionString => _postgres.ConnectionString;

    internal IServiceProvider Services => _services!;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _services = Build();
        await Get<ApplyMigrations>().Execute(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    internal T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    internal PortalDbContext Db() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>Another portal on the same database.</summary>
    internal ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = ConnectionString }).Build());
        services.AddDbContextFactory<PortalDbContext>((provider, options) => options.UsePortalStore(ConnectionString, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ApplyMigrations>();
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton(_protection);
        services.AddUseCases();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    private readonly IDataProtectionProvider _protection = new EphemeralDataProtectionProvider();

    /// <summary>A person with roles and teams, also in the database.</summary>
    internal async Task<Caller> PersonAsync(string name, string[] roles, params string[] teams)
    {
        var user = new PortalUser { SignInName = $"{name}-{Guid.NewGuid():N}".ToLowerInvariant(), DisplayName = name, Roles = [.. roles] };
        user.Memberships.AddRange(teams.Select(team => new TeamMember { UserId = user.Id, TeamKey = team }));
        await using var db = Db();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return new Caller(user.Id, name, roles.ToHashSet(), teams.ToHashSet());
    }

    internal Task<Caller> DesignerAsync() => PersonAsync("Ana", [Roles.ZoneDesigner]);

    internal Task<Caller> OperatorAsync() => PersonAsync("Omar", [Roles.Operator]);

    internal async Task<Guid> CloudAsync(string kind, string endpoint = "http://127.0.0.1:9/client/api", string? key = null, string secret = "s")
    {
        var omar = await OperatorAsync();
        var cloud = (await Get<SaveCloud>().Execute(omar, null, new CloudFields($"cloud-{Guid.NewGuid():N}", kind, endpoint))).Value;
        if (key is not null)
            Assert.Null(await Get<ReplaceSecret>().Execute(omar, cloud, KeyUse.Push, key, secret));
        return cloud;
    }

    /// <summary>A zone of a designer, ready to submit.</summary>
    internal async Task<Guid> ZoneAsync(Caller designer, Guid cloud, ZoneDesign? design = null, string pack = "lab")
    {
        design ??= ADesign();
        return (await Get<ImportZone>().Execute(designer, new ImportedZone(design, new Dictionary<string, string> { ["pw"] = "secret of the hosts" }, cloud, pack))).Value;
    }

    /// <summary>A whole small zone that no rule finds an error in. Each call has ranges of its own.</summary>
    internal static ZoneDesign ADesign(int number = 0)
    {
        number = number == 0 ? Interlocked.Increment(ref _numbers) : number;
        return new ZoneDesign
        {
            Name = $"zone-{number}", Dns1 = "9.9.9.9", InternalDns1 = "10.9.9.9", GuestCidr = "10.200.0.0/16",
            PhysicalNetworks =
            {
                new PhysicalNetwork
                {
                    Id = "pn", Name = "pn-1", IsolationMethods = ["VLAN"], GuestVlans = "500-599",
                    TrafficTypes =
                    {
                        new TrafficType { Type = "Management", Labels = { ["KVM"] = "cloudbr0" } }, new TrafficType { Id = "guest", Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } },
                        new TrafficType { Type = "Public", Labels = { ["KVM"] = "cloudbr1" } },
                    },
                    Providers = { new NetworkProvider { Name = "VirtualRouter" }, new NetworkProvider { Name = "VpcVirtualRouter" } },
                },
            },
            PublicRanges = { new PublicRange { Gateway = $"198.51.{number}.1", Netmask = "255.255.255.0", StartIp = $"198.51.{number}.10", EndIp = $"198.51.{number}.50", Vlan = "300" } },
            Pods =
            {
                new Pod
                {
                    Id = "pod", Name = "pod-1", Gateway = $"10.40.{number}.1", Netmask = "255.255.255.0",
                    ManagementRanges = { new ManagementRange { StartIp = $"10.40.{number}.10", EndIp = $"10.40.{number}.50" } },
                    Clusters =
                    {
                        new Cluster
                        {
                            Id = "cluster", Name = "cluster-1", Hypervisor = "KVM",
                            Hosts = { new Host { Url = $"http://10.40.{number}.101", UserName = "root", PasswordRef = "pw" } },
                            PrimaryStorages = { new PrimaryStorage { Name = $"volumes-{number}", Url = $"nfs://10.50.0.5/volumes-{number}", Scope = "cluster" } },
                        },
                    },
                },
            },
            SecondaryStorages = { new SecondaryStorage { Name = $"images-{number}", Url = $"nfs://10.50.0.5/images-{number}", Provider = "NFS" } },
        };
    }

    private static int _numbers;
}
