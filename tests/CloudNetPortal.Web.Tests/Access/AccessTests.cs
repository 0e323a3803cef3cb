using CloudNetPortal.Store.Access;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudNetPortal.Web.Tests.Access;

public sealed class AccessTests(PortalStoreFixture store) : IClassFixture<PortalStoreFixture>
{
    private const string Password = "correct horse battery";
    private static readonly Caller Administrator = new(Guid.CreateVersion7(), "Ada", new HashSet<string> { Roles.Administrator }, new HashSet<string>());
    private readonly PasswordHasher<PortalUser> _hasher = new();
    private readonly MovableTime _time = new();

    private People People => new(store);
    private SavePerson SavePerson => new(store, _hasher, _time);
    private SignIn SignIn => new(People, _hasher, _time, NullLogger<SignIn>.Instance);

    [Fact]
    public async Task SignIn_RightPassword_CarriesRolesAndTeams()
    {
        var name = await AddAsync(roles: [Roles.Approver], teams: ["network"]);

        var caller = Caller.From((await SignIn.Execute($" {name.ToUpperInvariant()} ", Password, default))!);

        Assert.True(caller.MayApproveFor("network"));
        Assert.False(caller.MayApproveFor("storage"));
        Assert.False(caller.MayPush());
    }

    [Fact]
    public async Task SignIn_WrongPasswordOrNobody_IsNo()
    {
        var name = await AddAsync();

        Assert.Null(await SignIn.Execute(name, "something else", default));
        Assert.Null(await SignIn.Execute("nobody", Password, default));
        Assert.Null(await SignIn.Execute("", "", default));
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksForFiveMinutes()
    {
        var name = await AddAsync();
        for (var attempt = 0; attempt < SignIn.AttemptsBeforeLock; attempt++)
            Assert.Null(await SignIn.Execute(name, "wrong", default));

        Assert.Null(await SignIn.Execute(name, Password, default));
        _time.Now += SignIn.LockFor + TimeSpan.FromSeconds(1);
        Assert.NotNull(await SignIn.Execute(name, Password, default));
    }

    [Fact]
    public async Task SignIn_RolesChangedLater_NoLongerHolds()
    {
        var name = await AddAsync();
        var principal = (await SignIn.Execute(name, Password, default))!;
        Assert.True(await new SignInStillHolds(People).Execute(principal, default));

        var draft = (await new PeopleQueries(store).Person(Caller.From(principal).Id, default))!;
        draft.Roles.Add(Roles.Operator);
        Assert.False((await SavePerson.Execute(draft, Administrator, default)).Failed(out _));

        Assert.False(await new SignInStillHolds(People).Execute(principal, default));
    }

    [Fact]
    public async Task SavePerson_ByNobodySpecial_IsForbidden()
    {
        var answer = await SavePerson.Execute(new() { SignInName = "x1", DisplayName = "X", Password = Password }, Administrator with { Roles = new HashSet<string> { Roles.Operator } }, default);

        Assert.True(answer.Failed(out var outcome));
        Assert.IsType<Forbidden>(outcome);
    }

    [Fact]
    public async Task SavePerson_SeveralProblems_AreAllTold()
    {
        var answer = await SavePerson.Execute(new() { SignInName = "-", DisplayName = "", Password = "short" }, Administrator, default);

        Assert.True(answer.Failed(out var outcome));
        Assert.All(["name", "display", "short"], problem => Assert.Contains(PersonRules.Sentence(problem), outcome!.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SavePerson_LastAdministratorDisabled_IsRefused()
    {
        await using (var db = store.CreateDbContext())
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.Disabled, user => user.Disabled || user.Roles.Contains(Roles.Administrator)));
        var name = await AddAsync(roles: [Roles.Administrator]);
        var draft = (await new PeopleQueries(store).Person((await People.FindByName(name, default))!.Id, default))!;
        draft.Disabled = true;

        Assert.True((await SavePerson.Execute(draft, Administrator, default)).Failed(out var outcome));
        Assert.Contains("last administrator", outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavePerson_KeptInAudit_WithoutThePassword()
    {
        var name = await AddAsync();
        await using var db = store.CreateDbContext();
        var records = (await db.Audit.AsNoTracking().ToListAsync()).ConvertAll(record => System.Text.Json.JsonSerializer.Serialize(record, record.GetType()));
        var hash = (await People.FindByName(name, default))!.PasswordHash;

        Assert.Contains(records, record => record.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain(records, record => record.Contains(hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FirstAdministrator_WrongCode_TellsNothingElse()
    {
        var (principal, problems) = await new CreateFirstAdministrator(People, new SetupCode(), _hasher, _time).Execute(new("AAAA-AAAA", "", "", null, ""), default);

        Assert.Null(principal);
        Assert.Equal(["code"], problems);
    }

    [Fact]
    public async Task AddTeam_KeyTaken_IsRefused()
    {
        Assert.True((await new AddTeam(store).Execute("network", "Network two", "", Administrator, default)).Failed(out var outcome));
        Assert.Contains("already", outcome.Sentence, StringComparison.Ordinal);
    }

    private async Task<string> AddAsync(IEnumerable<string>? roles = null, IEnumerable<string>? teams = null)
    {
        var name = "p" + Guid.NewGuid().ToString("n")[..10];
        var answer = await SavePerson.Execute(new() { SignInName = name, DisplayName = "Person", Password = Password, Roles = [.. roles ?? []], Teams = [.. teams ?? []] }, Administrator, default);
        Assert.False(answer.Failed(out var outcome), outcome?.Sentence);
        return name;
    }

    private sealed class MovableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 8, 1, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
