using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3003.</summary>
internal sealed class StorageLabelsMustExistOnEveryHost : LabelPresence
{
    public override string Id => "CNP3003";
    public override string Title => "Storage labels must exist on every host";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "the zone has a storage range"), new("b", Advice, Advice, Meaning: "the zone has no storage range, so the label is not used")];
    public override string Why => "No hypervisor looks at the Storage label when it connects. With storage ranges the secondary storage VM gets a NIC of its own (eth3) on that label, on whichever host it starts; without the bridge that start fails, and nothing says so before.";
    public override string Rejected => "Storage label cloudbr3, a storage range in p1, and kvm-02 without cloudbr3.";
    public override string Accepted => "cloudbr3 on all hosts.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Zone | Reads.StorageRanges;

    protected override bool Concerns(LabelCell cell) => cell.Is("Storage");
    protected override string CaseFor(RuleFacts facts) => facts.Design.Pods.Exists(p => p.StorageRanges.Count > 0) ? "a" : "b";
    protected override string Consequence(string hosts, string label, string hypervisor) =>
        $"No host check looks at it; a secondary storage VM that starts on {hosts} would fail on its storage NIC.";
}
