using CloudNetPortal.Testing;

namespace CloudNetPortal.Journeys;

/// <summary>The whole job over a lab of real outputs, where it lies beside the repository.</summary>
public sealed class MainJobOnRealOutputsTests(Chromium chromium, FirstRun first) : MainJob(chromium, first)
{
    [Fact]
    public async Task LabOfRealOutputs_FromFilesToProof_HoldsWhatWasApproved() =>
        await WalkAsync(new LabFiles(RepositoryFiles.Shared("data/labs/generated-lacp-clean")), looking: false);
}
