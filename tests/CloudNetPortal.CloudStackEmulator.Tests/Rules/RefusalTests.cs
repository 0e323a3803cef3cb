using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudNetPortal.Testing;

namespace CloudNetPortal.CloudStackEmulator.Tests.Rules;

/// <summary>The table <c>refusals.txt</c>, line by line, on one cloud: a refused call changes nothing.</summary>
public sealed partial class RefusalTests(RuleScene scene) : IClassFixture<RuleScene>
{
    private static readonly string Table = RepositoryFiles.Beside("refusals.txt");

    /// <summary>Rules that cannot be met on this cloud, and why. The other rules without a line have nothing that the server would refuse.</summary>
    private static readonly Dictionary<string, string> NotReached = Lines("""
        CS-011 off by default, like CS-012; CallLimitsTests turns both on
        CS-012 see CS-011
        CS-013 told apart from a wrong signature by nobody; AuthenticationTests
        CS-014 this server never goes into maintenance
        CS-015 the one account here is root admin
        CS-108 a domain that does not exist is refused by CS-004
        CS-116 no call can make a second network with Management or Public traffic
        CS-217 VLANs become allocated by guests only; StateCopyTests brings some
        CS-218 see CS-217
        CS-301 a physical network takes its traffic types along
        CS-311 StateRuleTests, with running system VMs
        CS-312 no database that could fail
        CS-313 a removed traffic type is forgotten, CS-004 answers
        CS-314 HostLabelTests, with the VMware plug-in
        CS-315 HostLabelTests, with the VMware plug-in
        CS-316 when a guest starts
        CS-409 an id of another element is refused by CS-004
        CS-411 StateRuleTests
        CS-507 CS-501 and CS-505 answer first
        CS-511 needs pods that conflict already
        CS-512 needs running system VMs; StateRuleTests
        CS-513 StateRuleTests
        CS-514 no database that could fail
        CS-515 the one account here is root admin
        CS-520 StateRuleTests
        CS-522 the command never gets so far (4.23)
        CS-602 CS-004 answers first
        CS-603 every zone has its storage network
        CS-607 shadowed by CS-605
        CS-609 a removed range is forgotten, CS-004 answers
        CS-708 no offering here makes such a network
        CS-711 every provider of Dhcp here serves several subnets
        CS-715 StateRuleTests
        CS-719 cannot fire
        CS-720 StateRuleTests, with a portable range
        CS-726 no such controller can be added
        CS-727 CS-722 answers first
        CS-731 needs running system VMs; StateRuleTests
        CS-732 see CS-731
        CS-735 StateRuleTests
        CS-738 root admin has no limit
        CS-807 a released dedication is forgotten, CS-004 answers
        CS-906 StateRuleTests
        CS-911 an offering without ranges is refused one step earlier
        CS-914 no such controller can be added
        CS-1002 CS-002 answers first
        CS-1003 accepted, as seen
        CS-1007 an extension that does not exist is refused by CS-004; there is none
        CS-1103 hosts come up at once here
        CS-1109 accepted, as on the simulator
        CS-1110 nothing logs in to a host here
        CS-1111 nothing looks at a processor here
        CS-1112 HostLabelTests
        CS-1113 no certificates here
        CS-1114 nothing looks at an operating system here
        CS-1115 HostLabelTests
        CS-1116 hosts always answer
        CS-1117 nothing logs in to a host here
        CS-1118 HostLabelTests, with the VMware plug-in
        CS-1204 no mount options are read
        CS-1301 HostLabelTests, with the VMware plug-in
        CS-1302 HostLabelTests, with the VMware plug-in
        CS-1303 HostLabelTests, with the VMware plug-in
        CS-1304 HostLabelTests, with the VMware plug-in
        CS-1305 HostLabelTests, with the VMware plug-in
        CS-1306 no such command here
        CS-1401 StateRuleTests
        CS-1403 no guest network uses a subnet
        CS-1404 see CS-1403
        CS-1405 see CS-1403
        CS-1406 no such command here
        CS-1408 no guest network uses a peer
        CS-1410 no guest network uses a number
        CS-1412 no guest network uses a prefix
        CS-1108 HostLabelTests
        CS-1605 needs running system VMs; StateRuleTests
        CS-1609 nothing is kept in an image store
        CS-1610 system networks are no objects here
        CS-1611 no portable address is given away
        CS-1613 StateRuleTests
        CS-1615 StateRuleTests
        CS-1705 no such command here
        CS-1706 no such command here
        CS-1707 no such command here
        CS-1806 CS-003 with the same text
        """);

    public static TheoryData<string> Rows => [.. File.ReadLines(Table).Where(l => l.Length > 0 && l[0] != '#')];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Refusal_OfARule_IsWordForWordTheServers(string row)
    {
        var parts = row.Split(" | ");
        var (place, steps, text) = (parts[1], parts[2].Split(" ;; "), parts[3]);
        foreach (var step in steps[..^1])
            await CallAsync(step);
        var (status, _, body) = await CallAsync(steps[^1]);
        if (place.StartsWith("job ", StringComparison.Ordinal))
        {
            Assert.True(body.ContainsKey("jobid"), $"refused at once: {body.ToJsonString()}");
            var end = await scene.Cloud.EndOfAsync(body);
            Assert.Equal((2, place[4..]), (end["jobstatus"]!.GetValue<int>(), end["jobresultcode"]!.ToString()));
            Assert.Matches(Pattern(text), end["jobresult"]!["errortext"]!.ToString());
            return;
        }
        Assert.Equal(place, $"now {status}/{body["cserrorcode"]}");
        Assert.Matches(Pattern(text), body["errortext"]!.ToString());
    }

    /// <summary>Every rule of the server has a line here or a reason why it cannot.</summary>
    [Fact]
    public void EveryRule_OfTheServer_HasALineOrAReason()
    {
        var rules = JsonNode.Parse(File.ReadAllText(RepositoryFiles.Shared("cloudstack/server-rules.json")))!["rules"]!.AsArray();
        var lines = Rows.Select(r => r.Data.Split(' ')[0]).ToHashSet();
        var uncovered = rules.Where(r => !r!["error"]!.ToString().StartsWith('-')).Select(r => r!["id"]!.ToString()).Where(id => !lines.Contains(id) && !NotReached.ContainsKey(id)).ToList();
        Assert.True(uncovered.Count == 0, string.Join(' ', uncovered));
        Assert.Empty(lines.Intersect(NotReached.Keys));
    }

    private Task<(int Status, string Envelope, JsonObject Body)> CallAsync(string step)
    {
        var words = ParameterStart().Split(step);
        return scene.Cloud.CallAsync(words[0], [.. words[1..].Select(w => (w[..w.IndexOf('=', StringComparison.Ordinal)], scene.Fill(w[(w.IndexOf('=', StringComparison.Ordinal) + 1)..])))]);
    }

    private string Pattern(string text) => "^" + string.Join(".*", ScenePart().Replace(text, m => scene.Fill(m.Value)).Split('*').Select(Regex.Escape)) + "$";

    private static Dictionary<string, string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToDictionary(l => l[..l.IndexOf(' ', StringComparison.Ordinal)], l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    /// <summary>A blank before a name and an equals sign.</summary>
    [GeneratedRegex(" (?=[a-z0-9]+(?:\\[[^]]*\\](?:\\.[a-z]+)?)?=)")]
    private static partial Regex ParameterStart();

    [GeneratedRegex("\\{host\\}")]
    private static partial Regex ScenePart();
}
