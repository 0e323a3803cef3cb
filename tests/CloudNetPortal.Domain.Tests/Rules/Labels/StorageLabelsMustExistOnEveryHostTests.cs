using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class StorageLabelsMustExistOnEveryHostTests
{
    [Fact]
    public void Accepts_LabelOnAllHosts() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP3003"));

    [Fact]
    public void Rejects_BridgeMissing_WithStorageRange()
    {
        var lab = ALab.WithHosts(2);
        lab.Remove("kvm1", "cloudbr2");
        var finding = Assert.Single(lab.FindingsOf("CNP3003"));
        Assert.Equal((Severity.Error, "a"), (finding.Severity, finding.Case));
        Assert.Equal(new CatalogueEdit.AddBridge("kvm1", "cloudbr2", "bond0.200"), Assert.Single(finding.Fixes[0].CatalogueEdits!));
    }

    [Fact]
    public void Accepts_BridgeMissing_WithoutStorageRange_AsAdvice()
    {
        var lab = ALab.WithHosts(2);
        lab.Remove("kvm1", "cloudbr2");
        lab.Pod.StorageRanges.Clear();
        Assert.Equal(Severity.Advice, Assert.Single(lab.FindingsOf("CNP3003")).Severity);
    }

    [Fact]
    public void Accepts_LabelSharedWithManagement_BecauseThatRuleSpeaks()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Storage").Labels["KVM"] = "cloudbr0";
        lab.Remove("kvm1", "cloudbr0");
        Assert.Empty(lab.FindingsOf("CNP3003"));
        Assert.Single(lab.FindingsOf("CNP3002"));
    }
}
