namespace CloudNetPortal.Web.Shared;

/// <summary>What a use case answers when it did not do what was asked: expected, said in one sentence, never thrown.</summary>
/// <param name="Sentence">"You cannot push CH-142: the window opens Sat 22:00. Omar and Lee may start it then."</param>
public abstract record Outcome(string Sentence);

/// <summary>The object does not exist, or no longer.</summary>
public sealed record NotFound(string Sentence) : Outcome(Sentence);

/// <summary>Somebody else changed it since it was read.</summary>
public sealed record Stale(string Sentence) : Outcome(Sentence);

/// <summary>It cannot be done now: the state, a rule or a window is against it.</summary>
public sealed record Refused(string Sentence) : Outcome(Sentence);

/// <summary>This person may not; the sentence says who may.</summary>
public sealed record Forbidden(string Sentence) : Outcome(Sentence);
