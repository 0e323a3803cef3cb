using System.Text.Json;
using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features.Findings;

/// <summary>One number, one computation: change bar, panel, REST and the command line say the same of one design.</summary>
public sealed class CountsTests : BunitContext, IClassFixture<PortalFixture>
{
    private readonly PortalFixture portal;

    public CountsTests(PortalFixture portal)
    {
        this.portal = portal;
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public async Task Counts_OfOneZone_AreTheSameInBarPanelRestAndCommandLine()
    {
        var zone = await ZoneAsync();
        var judged = (await Get<JudgeZone>().Execute(zone)).Value;
        var counts = judged.Results.Counts;
        Assert.True(counts is { Errors: > 0, Warnings: > 0, NotVerified: > 0, Acknowledged: 1, Waived: 1 }, $"a zone of every kind of finding: {counts}");

        var bar = Render<ChangeBar>(p => p.Add(b => b.Title, "zone").Add(b => b.Counts, judged.Results.Counts)).Find(".counts").TextContent;
        foreach (var part in new[] { Words.Count(counts.Errors, "error"), Words.Count(counts.Warnings, "warning"), $"{counts.NotVerified} not verified", $"{counts.Waived} waived" })
            Assert.Contains(part, bar);
        var panel = Render<FindingsPanel>(p => p.Add(f => f.Findings, judged.Results.Findings));
        Assert.EndsWith(counts.ToString(), panel.Find("[role=status]").TextContent.Trim());
        Assert.Equal(counts.Total, panel.FindAll("article").Count);

        using var rest = JsonDocument.Parse(await RestAsync(zone, "findings"));
        Assert.Equal(counts, Count(rest.RootElement.EnumerateArray().Select(f => f.GetProperty("standing").GetString()!)));
        Assert.Equal(counts, JsonSerializer.Deserialize<FindingCounts>(await RestAsync(zone, "findings/counts"), JsonSerializerOptions.Web));
        Assert.Equal(counts, Sarif(await RestAsync(zone, "findings.sarif")));

        var folder = Directory.CreateTempSubdirectory("cloudnet-counts-");
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        try
        {
            var (design, answers) = (Path.Combine(folder.FullName, "zone.json"), Path.Combine(folder.FullName, "answers.json"));
            await File.WriteAllTextAsync(design, await RestAsync(zone, "design.json"));
            await File.WriteAllTextAsync(answers, await RestAsync(zone, "answers.json"));
            Task<CloudnetResult> Validate(string format) => CloudnetProgram.RunAsync(cloud, ["validate", design, "--answers", answers, "--format", format]);

            var text = await Validate("text");
            Assert.Equal(2, text.Status);
            Assert.Contains($"Zone {judged.Design.Name}: {counts}\n", text.Text.ReplaceLineEndings("\n"));
            using var json = JsonDocument.Parse((await Validate("json")).Text);
            Assert.Equal(counts, json.RootElement.GetProperty("zones")[0].GetProperty("counts").Deserialize<FindingCounts>(JsonSerializerOptions.Web));
            Assert.Equal(counts, Sarif((await Validate("sarif")).Text));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Panel_SearchedFilteredAndGrouped_ShowsWhatIsMeant()
    {
        var findings = (await Get<JudgeZone>().Execute(await ZoneAsync())).Value.Results.Findings;
        var panel = Render<FindingsPanel>(p => p.Add(f => f.Findings, findings));
        await panel.Find("input[type=search]").InputAsync("cnp8002");
        Assert.All(panel.FindAll("article"), a => Assert.Contains("CNP8002", a.TextContent));
        await panel.Find("input[type=search]").InputAsync("");
        await panel.FindAll("select")[0].ChangeAsync("Waived");
        Assert.Single(panel.FindAll("article"));
        await panel.FindAll("select")[0].ChangeAsync("");
        await panel.FindAll("select")[1].ChangeAsync("team");
        Assert.Equal(findings.Select(f => f.Team).Distinct().Order(), panel.FindAll("h3").Select(h => h.FirstChild!.TextContent.Trim()).Order());
    }

    // SARIF has words of its own for what became of a finding.
    private static FindingCounts Sarif(string text)
    {
        using var report = JsonDocument.Parse(text);
        Assert.Equal("2.1.0", report.RootElement.GetProperty("version").GetString());
        var run = report.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        return Count(run.GetProperty("results").EnumerateArray().Select(result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            return result.TryGetProperty("suppressions", out var suppressed) ? suppressed[0].GetProperty("justification").GetString()!.Contains("waived until", StringComparison.Ordinal) ? "Waived" : "Acknowledged"
                : result.GetProperty("kind").GetString() == "open" ? "NotVerified"
                : result.GetProperty("level").GetString() switch { "error" => "Error", "warning" => "Warning", _ => "Advice" };
        }));
    }

    private static FindingCounts Count(IEnumerable<string> standings)
    {
        var by = standings.CountBy(s => s).ToDictionary();
        int Of(Standing standing) => by.GetValueOrDefault(standing.ToString());
        return new(Of(Standing.Error), Of(Standing.Warning), Of(Standing.Advice), Of(Standing.NotVerified), Of(Standing.Acknowledged), Of(Standing.Waived));
    }

    private T Get<T>() where T : notnull => portal.Services.GetRequiredService<T>();

    // The endpoint's own work; who may come in is the matter of DoorsTests.
    private async Task<string> RestAsync(Guid zone, string what)
    {
        var endpoint = portal.Endpoints.Single(e => e.RoutePattern.RawText!.TrimStart('/') == "api/v1/zones/{id:guid}/" + what);
        await using var scope = portal.Services.CreateAsyncScope();
        var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        http.Request.Method = "GET";
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("portal.example");
        http.Request.RouteValues["id"] = zone.ToString();
        await endpoint.RequestDelegate!(http);
        Assert.Equal(200, http.Response.StatusCode);
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    // Errors, one of them waived; warnings, one of them acknowledged; hosts nothing is known of.
    private async Task<Guid> ZoneAsync()
    {
        var ana = await PersonAsync("Ana", [Roles.ZoneDesigner]);
        var design = UseCaseFixture.ADesign();
        var third = design.Pods[0].Gateway!.Split('.')[2];
        design.Pods[0].StorageRanges.Add(new StorageRange { Gateway = $"10.60.{third}.1", Netmask = "255.255.255.0", StartIp = $"10.60.{third}.10", EndIp = $"10.60.{third}.50" });
        design.PublicRanges[0].EndIp = design.PublicRanges[0].StartIp;
        design.PhysicalNetworks[0].GuestVlans = "300-399";
        design.PublicRanges.Add(new PublicRange { Gateway = design.Pods[0].Gateway!, Netmask = "255.255.255.0", StartIp = $"10.40.{third}.200", EndIp = $"10.40.{third}.220" });
        design.PhysicalNetworks[0].TrafficTypes[1].Labels["KVM"] = "cloudbr0";
        var zone = (await Get<ImportZone>().Execute(ana, new ImportedZone(design, new Dictionary<string, string> { ["pw"] = "secret of the hosts" }, null))).Value;
        var results = (await Get<JudgeZone>().Execute(zone)).Value.Results;
        var waived = results.Errors.First(f => f.RuleId == "CNP8002");
        var waiver = (await Get<RequestWaiver>().Execute(ana, zone, waived.Fingerprint, new WaiverWish(WaiverScope.OneFinding, "", false, "Built in the window of March, then it fits.", "", TimeProvider.System.GetUtcNow().AddDays(20)))).Value;
        foreach (var team in (string[])["storage", "network"])
            Assert.Null(await Get<DecideWaiver>().Execute(await PersonAsync(team, [Roles.Approver], team), waiver.Id, WaiverDecision.Agree, team, ""));
        Assert.Equal(1, (await Get<AcknowledgeWarnings>().Execute(ana, zone, [results.Warnings[0].Fingerprint], "Seen, and planned.")).Value);
        return zone;
    }

    private async Task<Caller> PersonAsync(string name, string[] roles, params string[] teams)
    {
        var user = new PortalUser { SignInName = $"{name}-{Guid.NewGuid():N}".ToLowerInvariant(), DisplayName = name, Roles = [.. roles] };
        user.Memberships.AddRange(teams.Select(team => new TeamMember { UserId = user.Id, TeamKey = team }));
        await using var db = await Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return new Caller(user.Id, name, roles.ToHashSet(), teams.ToHashSet());
    }
}
