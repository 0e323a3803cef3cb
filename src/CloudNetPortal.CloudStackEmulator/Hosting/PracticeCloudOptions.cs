using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Faults;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>How the program was started. Each option has an environment variable, <c>PRACTICE_CLOUD_</c> and its name.</summary>
internal sealed class PracticeCloudOptions
{
    public string Name { get; set; } = "practice";
    public string Urls { get; set; } = "http://127.0.0.1:5081";
    public string? Key { get; set; }
    public string? Secret { get; set; }

    /// <summary>The password of the user <c>admin</c> for <c>login</c>; without one nobody can log in.</summary>
    public string? Password { get; set; }

    /// <summary>Where the cloud is kept between two runs; without it, it lives in memory only.</summary>
    public string? StateFile { get; set; }

    /// <summary>Begins the random numbers of faults and races; the same number gives the same ones.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The server that is played.</summary>
    public CloudProfile Profile { get; set; } = new();
    public Pace Pace { get; } = new();
    public List<FaultRule> Faults { get; } = [];

    public const string Usage = """
        usage: CloudNetPortal.CloudStackEmulator [options]
          --port N              listen on 127.0.0.1:N (0 = a free port); default 5081
          --urls URL            listen on these addresses instead
          --key K --secret S    the API key and its secret; made and kept beside the state when absent
          --state FILE          keep the cloud in FILE, written after each change
          --name NAME           the name shown on the page; default practice
          --password P          lets admin log in with P
          --latency F           1 answers as slowly as the real server, 0 (default) at once
          --pace F              factor for what the cloud does by itself: maintenance, system VMs, expunging; default 1
          --races on|off        calls at the same time miss each other as on a real server; default off
          --seed N              begins the random numbers of faults and races; default 1
          --version V           play this version of CloudStack, 4.18 to 4.23 (default); commands that came later are absent
          --plugins LIST        plug-ins of the server; vmware is the only one
          --fault RULE          for instance "command=createPod;nth=2;kind=refuse;code=530;text=busy"; may be repeated
        """;

    /// <summary>Reads arguments and environment. Everything wrong is told at once.</summary>
    public static PracticeCloudOptions Read(IReadOnlyList<string> arguments, Func<string, string?> environment, List<string> wrong)
    {
        var options = new PracticeCloudOptions();
        foreach (var name in (string[])["name", "urls", "port", "key", "secret", "state", "password", "latency", "pace", "version", "plugins", "races", "seed"])
        {
            if (environment("PRACTICE_CLOUD_" + name.ToUpperInvariant()) is { Length: > 0 } value)
                options.Set(name, value, wrong);
        }
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal) || i + 1 >= arguments.Count)
                wrong.Add($"{argument}: not an option with a value");
            else
                options.Set(argument[2..], arguments[++i], wrong);
        }
        if (options.Key is null != options.Secret is null)
            wrong.Add("--key and --secret belong together: give both or none");
        return options;
    }

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    private void Set(string name, string value, List<string> wrong)
    {
        switch (name)
        {
            case "name": Name = value; break;
            case "urls": Urls = value; break;
            case "port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port): Urls = $"http://127.0.0.1:{port}"; break;
            case "key": Key = value; break;
            case "secret": Secret = value; break;
            case "state": StateFile = Path.GetFullPath(value); break;
            case "password": Password = value; break;
            case "latency" when Factor(value) is { } latency: Pace.Latency = latency; break;
            case "pace" when Factor(value) is { } pace:
                Pace.HostMaintenance *= pace;
                Pace.SystemVms *= pace;
                Pace.Expunge *= pace;
                break;
            case "races" when value is "on" or "off": Pace.Races = value == "on"; break;
            case "seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed): Seed = seed; break;
            case "version" when Regex.IsMatch(value, @"^4\.(1[89]|2[0-3])(\.\d+)*$"):
                Profile = new CloudProfile { Version = value.Count(c => c == '.') == 1 ? value + ".0.0" : value, Plugins = Profile.Plugins };
                break;
            case "plugins" when value is "vmware" or "none":
                Profile = new CloudProfile { Version = Profile.Version, Plugins = value == "none" ? new HashSet<string>() : new HashSet<string> { value } };
                break;
            case "fault":
                if (FaultRule.Read(value, out var problem) is { } rule)
                    Faults.Add(rule);
                else
                    wrong.Add($"--fault {value}: {problem}");
                break;
            default: wrong.Add($"--{name} {value}: {(Usage.Contains($"--{name} ", StringComparison.Ordinal) ? "not a value it takes" : "there is no such option")}"); break;
        }
    }

    private static double? Factor(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor is >= 0 and <= 1000 ? factor : null;
}
