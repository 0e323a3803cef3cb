using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Tests.Hosting;

public sealed class OptionsTests
{
    [Fact]
    public void Options_FromArguments_WinOverTheEnvironment()
    {
        var wrong = new List<string>();
        var options = PracticeCloudOptions.Read(["--port", "5123", "--name", "mine", "--latency", "0.5", "--fault", "kind=delay;milliseconds=5"],
            name => name is "PRACTICE_CLOUD_KEY" or "PRACTICE_CLOUD_SECRET" or "PRACTICE_CLOUD_NAME" ? "from-environment" : null, wrong);
        Assert.Empty(wrong);
        Assert.Equal(("http://127.0.0.1:5123", "mine", "from-environment", 0.5, 1), (options.Urls, options.Name, options.Key, options.Pace.Latency, options.Faults.Count));
    }

    [Fact]
    public void Options_ThatAreWrong_AreAllToldAtOnce()
    {
        var wrong = new List<string>();
        PracticeCloudOptions.Read(["--port", "abc", "--nonsense", "1", "--key", "k", "--fault", "kind=never"], _ => null, wrong);
        Assert.Equal(4, wrong.Count);
    }
}
