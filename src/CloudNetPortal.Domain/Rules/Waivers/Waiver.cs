using CloudNetPortal.Domain.Approvals;

namespace CloudNetPortal.Domain.Rules.Waivers;

/// <summary>
/// An exception from one case of one rule for one zone, with a reason, an end, and the consent of the team that owns the place; errors take a second team as
/// well. Moved only by its own methods. It holds on to the values at the time: what gets worse or different is an open finding again.
/// </summary>
public sealed class Waiver
{
    private Waiver() { }

    /// <summary>Row id.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>The zone.</summary>
    public Guid ZoneId { get; private set; }
    /// <summary>The one rule.</summary>
    public string RuleId { get; private set; } = "";
    /// <summary>The one case.</summary>
    public string Case { get; private set; } = "";
    /// <summary>How far it reaches.</summary>
    public WaiverScope Scope { get; private set; }
    /// <summary>The object, for that scope: “host kvm-17”.</summary>
    public string ObjectName { get; private set; } = "";
    /// <summary>Also for other values at the same places, such as hosts that come later.</summary>
    public bool AndFuture { get; private set; }
    /// <summary>What the findings weighed; nothing heavier is covered.</summary>
    public Severity Severity { get; private set; }
    /// <summary>The team that owns the place and must agree.</summary>
    public string Team { get; private set; } = "";
    /// <summary>The findings it covers, as they were.</summary>
    public IReadOnlyList<WaivedFinding> Findings { get; private set; } = [];
    /// <summary>Why the finding may stand, in one's own words.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>Number of a ticket; empty for none.</summary>
    public string Ticket { get; private set; } = "";
    /// <summary>Who asked.</summary>
    public Guid RequestedBy { get; private set; }
    /// <summary>Name of who asked.</summary>
    public string RequestedByName { get; private set; } = "";
    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; private set; }
    /// <summary>The end: the findings are open again from then on.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
    /// <summary>State.</summary>
    public WaiverState State { get; private set; }
    /// <summary>Who agreed, for which team.</summary>
    public IReadOnlyList<WaiverConsent> Consents { get; private set; } = [];
    /// <summary>Who refused, revoked or closed it, when, and why; empty before.</summary>
    public string Ending { get; private set; } = "";
    /// <summary>Row version of the store.</summary>
    public uint Version { get; private set; }

    /// <summary>Asks for a waiver. All that is wrong with the wish comes back at once.</summary>
    public static (Waiver? Waiver, Refusal? Refusal) Request(Guid zoneId, WaiverWish wish, Finding chosen, IReadOnlyList<Finding> all, PolicyPack pack, Guid by, string byName, DateTimeOffset now)
    {
        var rule = RuleBook.Find(chosen.RuleId)!;
        var wrong = new List<string>();
        if (chosen.Severity < Severity.Warning)
            wrong.Add("Advice blocks nothing and needs no waiver.");
        if (chosen.Severity == Severity.Error && rule.Cases.First(c => c.Letter == chosen.Case).RefusedByServer)
            wrong.Add($"{rule.Id} cannot be waived: CloudStack itself would refuse the call, so the push could not succeed.");
        if (wish.Reason.Trim().Length is < 20 or > 1000)
            wrong.Add("The reason is a sentence of your own, 20 to 1,000 characters.");
        if (wish.Until <= now)
            wrong.Add("The end lies in the past.");
        else if (wish.Until > now.AddDays(pack.LongestWaiverDays + 1))
            wrong.Add($"In the pack {pack.Name} a waiver lasts {pack.LongestWaiverDays} days at most, until {now.AddDays(pack.LongestWaiverDays):yyyy-MM-dd}.");
        if (pack.TicketWanted && wish.Ticket.Trim().Length == 0)
            wrong.Add($"The pack {pack.Name} asks for the number of a ticket.");
        if (wish.Scope == WaiverScope.OneObject && !chosen.Objects.Any(o => Name(o) == wish.ObjectName))
            wrong.Add($"The finding does not name “{wish.ObjectName}”.");
        if (wrong.Count > 0)
            return (null, new Refusal(string.Join(' ', wrong)));

        var covered = all.Where(f => f.RuleId == chosen.RuleId && f.Case == chosen.Case && f.Standing != Standing.Waived && wish.Scope switch
        {
            WaiverScope.OneFinding => f.Fingerprint == chosen.Fingerprint,
            WaiverScope.OneObject => f.Objects.Any(o => Name(o) == wish.ObjectName),
            WaiverScope.SeveralFindings => wish.Fingerprints.Contains(f.Fingerprint),
            _ => true,
        }).ToList();
        if (covered.Count == 0)
            return (null, new Refusal("The finding is no longer there, or waived already."));
        return (new Waiver
        {
            ZoneId = zoneId, RuleId = chosen.RuleId, Case = chosen.Case, Scope = wish.Scope, ObjectName = wish.Scope == WaiverScope.OneObject ? wish.ObjectName : "", AndFuture = wish.AndFuture,
            Severity = covered.Max(f => f.Severity), Team = rule.Team, Findings = [.. covered.Select(f => new WaivedFinding(f.Fingerprint, f.Cause, f.Path, f.Message))],
            Reason = wish.Reason.Trim(), Ticket = wish.Ticket.Trim(), RequestedBy = by, RequestedByName = byName, RequestedAt = now, ExpiresAt = wish.Until,
        }, null);
    }

    /// <summary>An exception of a design that was copied: it covers nothing in the copy, and keeps the words for whoever asks anew.</summary>
    public static Waiver Propose(Guid zoneId, Waiver source, Guid by, string byName, DateTimeOffset now) => new()
    {
        ZoneId = zoneId, RuleId = source.RuleId, Case = source.Case, Scope = source.Scope, ObjectName = source.ObjectName, AndFuture = source.AndFuture, Severity = source.Severity, Team = source.Team,
        Findings = source.Findings, Reason = source.Reason, Ticket = source.Ticket, RequestedBy = by, RequestedByName = byName, RequestedAt = now, ExpiresAt = source.ExpiresAt, State = WaiverState.Proposed,
    };

    /// <summary>“host kvm-17”, as an object is called in a wish.</summary>
    public static string Name(ObjectRef named) => $"{named.Kind} {named.Name}";

    /// <summary>Teams that still have to agree, in words.</summary>
    public string Needs => State != WaiverState.Requested ? "" : !Consents.Any(c => c.Team == Team) ? Severity == Severity.Error && Consents.Count == 0 ? $"{Team} and another team" : Team : "another team than " + Team;

    /// <summary>Somebody of a team agrees. Refused for who asked or edited, for a stranger to the team, and twice for one team.</summary>
    public Refusal? Approve(string team, Guid by, string byName, IReadOnlyList<string> teamsOfPerson, IReadOnlyCollection<Guid> editors, DateTimeOffset now)
    {
        if (State != WaiverState.Requested)
            return new($"This waiver is {State.ToString().ToLowerInvariant()} already.");
        if (ExpiresAt <= now)
            return new("This waiver ran out before anybody agreed. It has to be asked for again.");
        if (by == RequestedBy)
            return new($"You cannot agree to this waiver: you asked for it. Somebody else of {Team} may.");
        if (editors.Contains(by))
            return new($"You cannot agree to this waiver: you edited the design. Somebody else of {Team} may.");
        if (!teamsOfPerson.Contains(team))
            return new($"You cannot agree for {team}: you are not a member of that team.");
        if (Consents.Any(c => c.By == by))
            return new("You have agreed to this waiver already.");
        if (Consents.Any(c => c.Team == team))
            return new($"{team} has agreed already; it needs {Needs}.");
        var others = Consents.Any(c => c.Team != Team);
        if (team != Team && (Severity != Severity.Error || others))
            return new($"This waiver needs {Needs}, which owns the place.");
        Consents = [.. Consents, new WaiverConsent(team, by, byName, now)];
        if (Consents.Any(c => c.Team == Team) && (Severity != Severity.Error || Consents.Count > 1))
            State = WaiverState.Approved;
        return null;
    }

    /// <summary>Somebody who was asked does not agree, and says why.</summary>
    public Refusal? Refuse(Guid by, string byName, IReadOnlyList<string> teamsOfPerson, string reason, DateTimeOffset now)
    {
        if (State != WaiverState.Requested)
            return new($"This waiver is {State.ToString().ToLowerInvariant()} already.");
        if (by == RequestedBy || !teamsOfPerson.Contains(Team) && Severity != Severity.Error)
            return new($"Only {Team} may refuse this waiver.");
        return End(WaiverState.Refused, byName, reason, now);
    }

    /// <summary>The owning team takes it back; its findings are open from now on.</summary>
    public Refusal? Revoke(string byName, IReadOnlyList<string> teamsOfPerson, string reason, DateTimeOffset now) =>
        State != WaiverState.Approved ? new($"This waiver is {State.ToString().ToLowerInvariant()}: there is nothing to revoke.")
        : !teamsOfPerson.Contains(Team) ? new($"Only {Team} may revoke this waiver.")
        : End(WaiverState.Revoked, byName, reason, now);

    /// <summary>Closes a wish, a proposal, or a waiver that covers nothing any more. The people of the zone may.</summary>
    public Refusal? Close(string byName, bool isNeeded, DateTimeOffset now) =>
        State is not (WaiverState.Requested or WaiverState.Approved or WaiverState.Proposed) ? new($"This waiver is {State.ToString().ToLowerInvariant()} already.")
        : State == WaiverState.Approved && isNeeded && ExpiresAt > now ? new($"This waiver still covers a finding. {Team} may revoke it.")
        : End(WaiverState.Closed, byName, State switch { WaiverState.Requested => "withdrawn", WaiverState.Proposed => "the proposal was answered", _ => "not needed any more" }, now);

    /// <summary>As judging sees it; null unless it was agreed to.</summary>
    public StandingAnswer? ToAnswer() => State != WaiverState.Approved ? null : new StandingAnswer(Id, IsWaiver: true, RuleId, Case, Severity, [.. Findings.Select(f => f.Fingerprint)],
        AndFuture ? [.. Findings.Select(f => f.Cause).Distinct()] : [], string.Join(" and ", Consents.Select(c => c.ByName)), Reason, Consents[^1].At, ExpiresAt);

    private Refusal? End(WaiverState state, string byName, string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000)
            return new("Say why, in at most 1,000 characters.");
        (State, Ending) = (state, $"{byName}, {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {reason.Trim()}");
        return null;
    }
}

/// <summary>A finding as it was when a waiver was asked for.</summary>
/// <param name="Fingerprint">Hash of all its values.</param>
/// <param name="Cause">Hash of rule, case and place.</param>
/// <param name="Path">Place.</param>
/// <param name="Message">Its sentence.</param>
public sealed record WaivedFinding(string Fingerprint, string Cause, string Path, string Message);

/// <summary>Who agreed to a waiver.</summary>
/// <param name="Team">Team spoken for.</param>
/// <param name="By">Person.</param>
/// <param name="ByName">Name of the person.</param>
/// <param name="At">When.</param>
public sealed record WaiverConsent(string Team, Guid By, string ByName, DateTimeOffset At);
