namespace CloudNetPortal.Domain.Plans;

/// <summary>One API call that changes something, with everything needed to make it safely more than once.</summary>
public sealed record PlanStep
{
    /// <summary>Unique and stable: made of the design's own ids, such as <c>network/3f2a…</c>, <c>network/3f2a…/enable</c>.</summary>
    public required string Key { get; init; }
    /// <summary>Part of the zone, for grouping: Zone, Networks, Providers, Pods, Ranges, Compute, Storage, Enable.</summary>
    public required string Section { get; init; }
    /// <summary>For people: “Physical network guest-a”.</summary>
    public required string Title { get; init; }
    /// <summary>Path of the object in the design, for the link; null for the zone's own steps.</summary>
    public string? DesignPath { get; init; }
    /// <summary>API command, such as createPhysicalNetwork.</summary>
    public required string Command { get; init; }
    /// <summary>True when the answer carries a job to wait for (async and asynccreate commands); a <c>customjobid</c> is sent.</summary>
    public bool IsAsync { get; init; }
    /// <summary>Arguments besides command, signature and the like. Names in lower case.</summary>
    public required IReadOnlyList<PlanArgument> Arguments { get; init; }
    /// <summary>Steps that must have been observed before.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
    /// <summary>How an object that is already there is recognised; null for calls that repeat without harm or have nothing to look for.</summary>
    public PlanLookup? Lookup { get; init; }
    /// <summary>What is read and compared afterwards; null when the lookup of a later step proves it.</summary>
    public PlanReadBack? ReadBack { get; init; }
    /// <summary>Steps of one lane run one after another (CloudStack 4.23 fails parallel createPod and storage ranges).</summary>
    public string? Lane { get; init; }
    /// <summary>Longest time in seconds after which a lost answer may be taken as “it did not happen” when nothing is found.</summary>
    public int LongestSeconds { get; init; } = 60;
    /// <summary>Whether and how it can be taken back.</summary>
    public Reversibility Reversibility { get; init; } = Reversibility.Yes;
    /// <summary>How, or why not.</summary>
    public string? UndoNote { get; init; }
    /// <summary>What CloudStack changes by itself along with it; null for nothing.</summary>
    public string? SideEffect { get; init; }
    /// <summary>Why the step is there.</summary>
    public string? Why { get; init; }
    /// <summary>A step that only finds an id (list call) and changes nothing; its lookup must find exactly one object.</summary>
    public bool OnlyFinds { get; init; }
    /// <summary>What the step does to its object.</summary>
    public PlanAction Action { get; init; } = PlanAction.Create;
    /// <summary>Values that a change replaces, or that disappear with a removal, as the snapshot had them: shown to approvers, and what a roll back restores.</summary>
    public IReadOnlyList<PlanFormerValue> Former { get; init; } = [];
    /// <summary>What notices the step while it runs, such as “VMs of this pod keep running; no new ones start”; null for nothing.</summary>
    public string? Disturbs { get; init; }
    /// <summary>For a step that waits instead of calling (<see cref="PlanAction.Wait"/>): what it waits for.</summary>
    public PlanWait? Wait { get; init; }
    /// <summary>
    /// Parts of refusals that mean “not yet”, such as volumes of system VMs that are still to be expunged: the call is repeated until
    /// <see cref="LongestSeconds"/> is over, and what it waits for is shown.
    /// </summary>
    public IReadOnlyList<string> NotYet { get; init; } = [];
    /// <summary>Wave of hosts it belongs to: 0 for none; waves run one after another, each behind the health gate of the one before.</summary>
    public int Wave { get; init; }
}

/// <summary>What a step does to its object.</summary>
public enum PlanAction
{
    /// <summary>Makes it; one that is there is adopted.</summary>
    Create,
    /// <summary>Changes an object that is there.</summary>
    Change,
    /// <summary>Removes it. The lookup finds it by id; none found means it is done.</summary>
    Remove,
    /// <summary>Changes nothing: the object is there as designed and is read again for the proof.</summary>
    Keep,
    /// <summary>Calls nothing that changes: waits until the cloud is in a state.</summary>
    Wait,
}

/// <summary>A value before a change.</summary>
/// <param name="Field">Field of the cloud's object.</param>
/// <param name="Value">As it was listed; null when absent.</param>
public sealed record PlanFormerValue(string Field, string? Value);

/// <summary>A state of the cloud that is waited for.</summary>
/// <param name="For">For people: “system VMs of ams1 to run”.</param>
/// <param name="Command">List command that is asked again and again.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Match">Fields that pick objects among those listed; empty: all.</param>
/// <param name="Until">What every picked object must show; ignored when <paramref name="Count"/> is 0.</param>
/// <param name="Count">How many picked objects there must be at least; 0: none may be left.</param>
/// <param name="LongestSeconds">Longest wait in seconds; then the push stops with the reason.</param>
public sealed record PlanWait(string For, string Command, IReadOnlyList<PlanArgument> Arguments, IReadOnlyList<PlanArgument> Match, IReadOnlyList<PlanExpectation> Until, int Count, int LongestSeconds);

/// <summary>One argument: a text, the id (or another field) that an earlier step learned, or a secret that only the worker can open. Exactly one of the three.</summary>
/// <param name="Name">Parameter name, lower case.</param>
/// <param name="Text">Literal value.</param>
/// <param name="Step">Key of the step whose object is meant.</param>
/// <param name="Field">Field of that object; <c>id</c> when null.</param>
/// <param name="Secret">Secret reference.</param>
public sealed record PlanArgument(string Name, string? Text = null, string? Step = null, string? Field = null, string? Secret = null)
{
    /// <summary>A literal.</summary>
    public static PlanArgument Of(string name, string text) => new(name, Text: text);
    /// <summary>The id of the object of an earlier step.</summary>
    public static PlanArgument IdOf(string name, string step) => new(name, Step: step);
    /// <summary>A secret.</summary>
    public static PlanArgument SecretOf(string name, string reference) => new(name, Secret: reference);
}

/// <summary>How an existing object is recognised: a list call, and fields that must be equal. None found: make it; one: adopt it; several: stop and ask.</summary>
/// <param name="Command">List command.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Match">Field name in each listed object (dots go into objects) and the value it must have; a field that is a list must hold the value. VLAN fields are compared as <see cref="Comparison.Vlan"/>.</param>
public sealed record PlanLookup(string Command, IReadOnlyList<PlanArgument> Arguments, IReadOnlyList<PlanArgument> Match)
{
    /// <summary>True when names are compared without regard to case, as CloudStack does for zones.</summary>
    public bool IgnoreCase { get; init; }
    /// <summary>
    /// True when an object found is adopted only if the journal shows that this zone's pushes asked for it; otherwise the push stops and asks, because the
    /// plan was made for an object that is not there (a zone of that name made by somebody else).
    /// </summary>
    public bool OnlyIfOurs { get; init; }
    /// <summary>
    /// True when the objects have no natural key (simulated hosts): among those that match, the ones that other steps of this zone have claimed are left
    /// out, and only an object that appeared after the step's own intent was journalled counts.
    /// </summary>
    public bool Unclaimed { get; init; }
    /// <summary>True when an object found is already the whole effect of the step; false when it only gives the id and the call must still be made.</summary>
    public bool FoundMeansDone { get; init; } = true;
}

/// <summary>What is read after a write and compared with what was sent: the proof.</summary>
/// <param name="Command">List command.</param>
/// <param name="Arguments">Its arguments; <see cref="PlanArgument.Step"/> may name the step itself.</param>
/// <param name="Match">Fields that pick the object among those listed; empty: the object of this step by id.</param>
/// <param name="Expect">Field and the value it must have.</param>
public sealed record PlanReadBack(string Command, IReadOnlyList<PlanArgument> Arguments, IReadOnlyList<PlanArgument> Match, IReadOnlyList<PlanExpectation> Expect);

/// <summary>One field of the proof.</summary>
/// <param name="Field">Field of the listed object; dots go into objects.</param>
/// <param name="Value">What it must be.</param>
/// <param name="As">How the two are compared.</param>
/// <param name="DesignPath">Where the value comes from in the design.</param>
public sealed record PlanExpectation(string Field, PlanArgument Value, Comparison As = Comparison.Exact, string? DesignPath = null);

/// <summary>How a sent and an observed value are compared.</summary>
public enum Comparison
{
    /// <summary>The same text; numbers and booleans by their text.</summary>
    Exact,
    /// <summary>The same text without regard to case.</summary>
    IgnoreCase,
    /// <summary>The same set of VLANs, however it is split.</summary>
    VlanSet,
    /// <summary>The same set of comma-separated words.</summary>
    WordSet,
    /// <summary>A list field holds the value among others (also <c>startip-endip</c> lists of pods).</summary>
    Contains,
    /// <summary>The same VLAN: 100 and vlan://100 are equal; empty, untagged and vlan://untagged are equal.</summary>
    Vlan,
    /// <summary>The field is absent or empty.</summary>
    Absent,
}

/// <summary>Whether a step can be taken back.</summary>
public enum Reversibility
{
    /// <summary>By its counterpart, without harm.</summary>
    Yes,
    /// <summary>With an interruption.</summary>
    WithOutage,
    /// <summary>Not on this version.</summary>
    OneWay,
}
