namespace CloudNetPortal.Domain.Approvals;

/// <summary>
/// A change request: one frozen revision of a design, the plan made of it and the rule results, bound together by their hashes, and the consent of teams
/// to exactly that. Moved only by its own methods, which refuse what must not happen: nobody approves what they wrote or submitted, and any change of
/// content voids the approvals.
/// </summary>
public sealed class ChangeRequest
{
    private readonly List<Approval> _approvals = [];

    private ChangeRequest() { }

    /// <summary>Row id.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Number shown as CH-n; given by the store.</summary>
    public int Number { get; private set; }
    /// <summary>The zone (draft) it belongs to.</summary>
    public Guid ZoneId { get; private set; }
    /// <summary>The target cloud.</summary>
    public Guid CloudId { get; private set; }
    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";
    /// <summary>Why, in the author's words.</summary>
    public string Reason { get; private set; } = "";
    /// <summary>State.</summary>
    public ChangeState State { get; private set; }
    /// <summary>Who submitted it.</summary>
    public Guid SubmittedBy { get; private set; }
    /// <summary>When.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }
    /// <summary>Everybody who edited the revision: none of them may approve.</summary>
    public IReadOnlyList<Guid> Authors { get; private set; } = [];
    /// <summary>Revision that is to be pushed.</summary>
    public Guid RevisionId { get; private set; }
    /// <summary>SHA-256 of the revision.</summary>
    public string RevisionHash { get; private set; } = "";
    /// <summary>SHA-256 of the plan.</summary>
    public string PlanHash { get; private set; } = "";
    /// <summary>SHA-256 of the rule results and the catalogue facts they used.</summary>
    public string RulesHash { get; private set; } = "";
    /// <summary>Teams that must consent.</summary>
    public IReadOnlyList<TeamRequirement> Requirements { get; private set; } = [];
    /// <summary>What teams said, newest last; stale ones stay for the record.</summary>
    public IReadOnlyList<Approval> Approvals => _approvals;
    /// <summary>Row version of the store.</summary>
    public uint Version { get; private set; }

    /// <summary>Submits content for review. Errors must have been settled before; with no team required it is approved at once.</summary>
    public static ChangeRequest Submit(Guid zoneId, Guid cloudId, string title, string reason, Guid submittedBy, IReadOnlyList<Guid> authors, ChangeContent content, DateTimeOffset at)
    {
        var change = new ChangeRequest
        {
            ZoneId = zoneId, CloudId = cloudId, Title = title, Reason = reason, SubmittedBy = submittedBy, SubmittedAt = at, Authors = [.. authors.Union([submittedBy])],
        };
        change.Take(content);
        return change;
    }

    /// <summary>
    /// Submits other content under the same number: every approval so far lapses. What was carried out in part can be submitted anew too, once no push of it is open:
    /// that is how a design is mended that the cloud refused.
    /// </summary>
    public Refusal? Resubmit(string title, string reason, Guid by, IReadOnlyList<Guid> authors, ChangeContent content, DateTimeOffset at)
    {
        if (State is ChangeState.Pushing or ChangeState.Done or ChangeState.Withdrawn)
            return new($"CH-{Number} cannot be changed: it is {Word(State)}. Start a new change.");
        (Title, Reason, SubmittedBy, SubmittedAt) = (title, reason, by, at);
        Authors = [.. Authors.Union(authors).Union([by])];
        Take(content);
        return null;
    }

    /// <summary>Takes other rule results or another plan of the same revision: hosts, cables or cloud moved. Approvals of the former lapse; nobody new has written anything.</summary>
    public Refusal? TakeEvidence(ChangeContent content)
    {
        if (State is not (ChangeState.InReview or ChangeState.ChangesWanted or ChangeState.Approved) || content.RevisionHash != RevisionHash)
            return new($"CH-{Number} takes no other evidence: it is {Word(State)}.");
        Take(content);
        return null;
    }

    /// <summary>A member of a team consents. Refused for authors, for people outside the team, and when the content shown is not the content there.</summary>
    public Refusal? Approve(string team, Guid by, IReadOnlyList<string> teamsOfPerson, string seenContentHash, DateTimeOffset at)
    {
        if (State is not (ChangeState.InReview or ChangeState.ChangesWanted))
            return new($"CH-{Number} cannot be approved: it is {Word(State)}.");
        if (Authors.Contains(by))
            return new($"You cannot approve CH-{Number}: you edited or submitted it. Somebody else of team {team} may.");
        if (!Requirements.Any(r => r.Team == team))
            return new($"CH-{Number} does not need team {team}.");
        if (!teamsOfPerson.Contains(team))
            return new($"You cannot approve for {team}: you are not a member of that team.");
        if (seenContentHash != ContentHash)
            return new($"CH-{Number} changed since you opened it: look at it again.");
        if (Consents(team).Contains(by))
            return new($"You have approved CH-{Number} for {team} already.");
        _approvals.Add(new Approval(team, by, Verdict.Approved, null, ContentHash, at));
        if (OpenRequirements.Count == 0)
            State = ChangeState.Approved;
        return null;
    }

    /// <summary>A member of a concerned team asks for changes, in words.</summary>
    public Refusal? AskForChanges(string team, Guid by, IReadOnlyList<string> teamsOfPerson, string comment, DateTimeOffset at)
    {
        if (State is not (ChangeState.InReview or ChangeState.ChangesWanted or ChangeState.Approved))
            return new($"CH-{Number} is {Word(State)}; there is nothing to ask for.");
        if (!teamsOfPerson.Contains(team) || !Requirements.Any(r => r.Team == team))
            return new($"You cannot speak for {team} on CH-{Number}.");
        if (string.IsNullOrWhiteSpace(comment))
            return new("Say what should change.");
        _approvals.Add(new Approval(team, by, Verdict.ChangesWanted, comment, ContentHash, at));
        State = ChangeState.ChangesWanted;
        return null;
    }

    /// <summary>Takes the change back.</summary>
    public Refusal? Withdraw(Guid by)
    {
        if (State is ChangeState.Pushing or ChangeState.Paused or ChangeState.Done)
            return new($"CH-{Number} cannot be withdrawn: it is {Word(State)}.");
        if (!Authors.Contains(by))
            return new($"CH-{Number} can be withdrawn by its authors only.");
        State = ChangeState.Withdrawn;
        return null;
    }

    /// <summary>Starts carrying it out. Refused unless approved for exactly this plan.</summary>
    public Refusal? StartPush(string planHash)
    {
        if (State is not (ChangeState.Approved or ChangeState.Paused))
            return new($"CH-{Number} cannot be pushed: it is {Word(State)}.");
        if (planHash != PlanHash)
            return new($"CH-{Number} cannot be pushed: the plan is not the approved one.");
        State = ChangeState.Pushing;
        return null;
    }

    /// <summary>The push stopped before its end.</summary>
    public void PausePush()
    {
        if (State == ChangeState.Pushing)
            State = ChangeState.Paused;
    }

    /// <summary>The push ended and the proof is complete.</summary>
    public void Finish()
    {
        if (State is ChangeState.Pushing or ChangeState.Paused)
            State = ChangeState.Done;
    }

    /// <summary>What an approval binds: revision, plan and rule results together.</summary>
    public string ContentHash => Zones.Documents.CanonicalJson.Hash(System.Text.Encoding.ASCII.GetBytes($"{RevisionHash}\n{PlanHash}\n{RulesHash}"));

    /// <summary>Requirements still without enough living approvals. What a team asked for stands until somebody of that team approves after it.</summary>
    public IReadOnlyList<TeamRequirement> OpenRequirements => [.. Requirements.Where(r => Consents(r.Team).Count() < r.Minimum)];

    private IEnumerable<Guid> Consents(string team) => _approvals.Where(a => a.Team == team && !a.IsStale).OrderBy(a => a.At).Reverse()
        .TakeWhile(a => a.Verdict == Verdict.Approved).Select(a => a.By).Distinct();

    private void Take(ChangeContent content)
    {
        (RevisionId, RevisionHash, PlanHash, RulesHash, Requirements) = (content.RevisionId, content.RevisionHash, content.PlanHash, content.RulesHash, content.Requirements);
        foreach (var approval in _approvals.Where(a => a.ContentHash != ContentHash))
            approval.Lapse();
        State = OpenRequirements.Count == 0 ? ChangeState.Approved : ChangeState.InReview;
    }

    private static string Word(ChangeState state) => state switch
    {
        ChangeState.InReview => "in review", ChangeState.ChangesWanted => "waiting for changes", ChangeState.Pushing => "being pushed", _ => state.ToString().ToLowerInvariant(),
    };
}

/// <summary>What is submitted.</summary>
/// <param name="RevisionId">Frozen revision.</param>
/// <param name="RevisionHash">Its SHA-256.</param>
/// <param name="PlanHash">SHA-256 of the plan.</param>
/// <param name="RulesHash">SHA-256 of the rule results.</param>
/// <param name="Requirements">Teams that must consent.</param>
public sealed record ChangeContent(Guid RevisionId, string RevisionHash, string PlanHash, string RulesHash, IReadOnlyList<TeamRequirement> Requirements);

/// <summary>Why something must not happen, in words for the person who tried.</summary>
/// <param name="Message">Cannot, because, who or when.</param>
public sealed record Refusal(string Message);
