namespace CloudNetPortal.Journeys;

/// <summary>The whole job over a lab of our own.</summary>
public sealed class MainJobTests(Chromium chromium, FirstRun first) : MainJob(chromium, first)
{
    [Fact]
    public async Task LabOfOurOwn_FromFilesToProof_HoldsWhatWasApproved() => await WalkAsync(LabFiles.Ours);
}
