using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import.Marvin;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Zones over HTTP: lists, findings, and the draft as a file in the forms that other programs read. Everybody who is signed in may read.</summary>
internal static class ZonesApi
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void MapZones(this IEndpointRouteBuilder routes)
    {
        var zones = routes.MapGroup("/api/v1/zones").RequireAuthorization();
        zones.MapGet("", async (ZoneQueries queries, CancellationToken cancel) =>
            (await queries.List(cancel)).Select(z => new ZoneWire(z.Id, z.Name, z.Kind, z.Cloud?.Name, z.LastRevision, z.PushedRevision, z.Hosts, z.OpenChange?.Number)));
        zones.MapGet("{id:guid}/findings", Findings);
        zones.MapGet("{id:guid}/findings/counts", async (Guid id, JudgeZone judge, CancellationToken cancel) =>
            (await judge.Execute(id, cancel)) is var judged && judged.Failed(out var outcome) ? outcome.ToHttp() : Results.Json(judged.Value.Results.Counts));
        zones.MapGet("{id:guid}/findings.sarif", Sarif);
        zones.MapGet("{id:guid}/waivers", async (Guid id, ZoneAnswers answers, CancellationToken cancel) => (await answers.Waivers(id, cancel)).Select(w => new WaiverWire(
            w.Id, w.RuleId, w.Case, w.State, w.Scope, w.ObjectName, w.AndFuture, w.Severity, w.Team, w.Reason, w.Ticket, w.RequestedByName, w.RequestedAt, w.ExpiresAt, w.Needs, w.Consents, w.Ending, w.Findings)));
        zones.MapGet("{id:guid}/failures.json", (Guid id, JudgeZone judge, CancellationToken cancel) =>
            Failures(judge, id, report => Results.Json(report, Wire), cancel));
        zones.MapGet("{id:guid}/failures.csv", (Guid id, JudgeZone judge, CancellationToken cancel) =>
            Failures(judge, id, report => Results.File(Encoding.UTF8.GetBytes(FailureCsv.Of(report)), "text/csv", "failures.csv"), cancel));
        zones.MapGet("{id:guid}/answers.json", AnswersFile);
        zones.MapGet("{id:guid}/design.json", (Guid id, ZoneQueries queries, CancellationToken cancel) =>
            File(queries, id, "design.json", "application/json", view => DesignJson.ToText(view.Design), cancel));
        zones.MapGet("{id:guid}/marvin.cfg", (Guid id, ZoneQueries queries, CancellationToken cancel) =>
            File(queries, id, "cfg", "text/plain", view => Marvin(view.Design), cancel));
        zones.MapGet("{id:guid}/plan.txt", (Guid id, ZoneQueries queries, JudgeZone judge, CancellationToken cancel) =>
            Plan(queries, judge, id, cancel));
    }

    private static async Task<IResult> Findings(Guid id, JudgeZone judge, CancellationToken cancel)
    {
        var judged = await judge.Execute(id, cancel);
        return judged.Failed(out var outcome) ? outcome.ToHttp() : Results.Json(judged.Value.Results.Findings.Select(f => new FindingWire(
            f.RuleId, f.Case, f.Severity.ToString().ToLowerInvariant(), f.Status.ToString().ToLowerInvariant(), f.Path, f.Message, f.Why, f.Team, f.Evidence, f.Fingerprint, f.Standing, f.Objects, f.Ways, f.Answer)));
    }

    private static async Task<IResult> Sarif(Guid id, JudgeZone judge, HttpContext http, CancellationToken cancel)
    {
        var judged = await judge.Execute(id, cancel);
        if (judged.Failed(out var outcome))
            return outcome.ToHttp();
        var portal = $"{http.Request.Scheme}://{http.Request.Host}";
        var report = SarifReport.Of([(judged.Value.Design.Name, judged.Value.Results)], $"{portal}{PortalUrls.ZoneFile(id, "design.json")}", typeof(ZonesApi).Assembly.GetName().Version!.ToString(3), rule => portal + PortalUrls.Rule(rule));
        return Results.File(Encoding.UTF8.GetBytes(report.ToJsonString()), "application/sarif+json", $"{FileName(judged.Value.Design.Name)}.sarif");
    }

    // For cloudnet validate --answers: it then counts what the portal counts.
    private static async Task<IResult> AnswersFile(Guid id, ZoneQueries queries, ZoneAnswers answers, CancellationToken cancel) =>
        await queries.Find(id, cancel) is not { } view ? Refusals.NoZone.ToHttp() : Results.File(JsonSerializer.SerializeToUtf8Bytes(new { zone = view.Design.Name, answers = await answers.Standing(id, cancel) }, JsonSerializerOptions.Web), "application/json", $"{FileName(view.Design.Name)}.answers.json");

    private static async Task<IResult> Failures(JudgeZone judge, Guid id, Func<FailureReport, IResult> write, CancellationToken cancel)
    {
        var judged = await judge.Execute(id, cancel);
        return judged.Failed(out var outcome) ? outcome.ToHttp() : write(new RuleFacts(judged.Value.Design, judged.Value.Catalogue).Failures);
    }

    private static async Task<IResult> Plan(ZoneQueries queries, JudgeZone judge, Guid id, CancellationToken cancel)
    {
        var judged = await judge.Execute(id, cancel);
        if (judged.Failed(out var outcome))
            return outcome.ToHttp();
        return await File(queries, id, "plan.txt", "text/plain", view => PlanText.Of(Planner.Plan(view.Design, CanonicalJson.Hash(CanonicalJson.Bytes(view.Design)), judged.Value.Catalogue)), cancel);
    }

    private static async Task<IResult> File(ZoneQueries queries, Guid id, string ending, string type, Func<ZoneView, string> write, CancellationToken cancel) =>
        await queries.Find(id, cancel) is { } view ? Results.File(Encoding.UTF8.GetBytes(write(view)), type, $"{FileName(view.Design.Name)}.{ending}") : Refusals.NoZone.ToHttp();

    // The format takes comments: what it cannot say and which secrets are not in it stands on top of the file.
    private static string Marvin(ZoneDesign design)
    {
        var written = MarvinExport.Write([design]);
        return string.Concat(written.NotSaid.Select(what => $"# This format has no words for {what}.\n").Concat(written.MissingSecrets.Select(secret => $"# Secret not in this file: {secret}\n"))) + written.Text;
    }

    private static string FileName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')) is { Length: > 0 } safe ? safe : "zone";

    private sealed record ZoneWire(Guid Id, string Name, string Kind, string? Cloud, int LastRevision, int? PushedRevision, int Hosts, int? OpenChange);

    private sealed record FindingWire(string Rule, string Case, string Severity, string Status, string Path, string Message, string Why, string Team, IReadOnlyList<string> Evidence, string Fingerprint,
        Standing Standing, IReadOnlyList<ObjectRef> Objects, IReadOnlyList<Fix> Fixes, FindingAnswer? Answer);

    private sealed record WaiverWire(Guid Id, string Rule, string Case, WaiverState State, WaiverScope Scope, string Object, bool AndFuture, Severity Severity, string Team, string Reason, string Ticket,
        string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt, string Needs, IReadOnlyList<WaiverConsent> Consents, string Ending, IReadOnlyList<WaivedFinding> Findings);
}
