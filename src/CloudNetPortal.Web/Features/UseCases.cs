using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Store.Scenes;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Features.Drift;
using CloudNetPortal.Web.Features.History;
using CloudNetPortal.Web.Features.Import;
using CloudNetPortal.Web.Features.Push.Rehearsing;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features;

/// <summary>What people do with zones, changes, pushes and clouds: each act a class, used by pages, REST and the command line alike.</summary>
internal static class UseCases
{
    public static void AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton<LiveUpdates>();
        services.AddSingleton<CatalogueReader>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<DesignJudge>();
        services.AddSingleton<SecretVault>();
        services.AddSingleton<CloudConnections>();
        services.AddSingleton<RangeLedger>();
        services.AddSingleton<ChangeContents>();
        services.AddSingleton<CloudGround>();
        services.AddSingleton<LiveZones>();
        services.AddSingleton<PlanDraft>();
        services.AddSingleton<TakeDownZone>();

        services.AddSingleton<ZoneQueries>();
        services.AddSingleton<CreateZone>();
        services.AddSingleton<CopyZone>();
        services.AddSingleton<ImportZone>();
        services.AddSingleton<EditDraft>();
        services.AddSingleton<SetHostSignIn>();
        services.AddSingleton<SetZoneTarget>();
        services.AddSingleton<FreezeRevision>();
        services.AddSingleton<RemoveZone>();
        services.AddSingleton<JudgeZone>();
        services.AddSingleton<ApplyFix>();

        services.AddSingleton<ChangeQueries>();
        services.AddSingleton<SubmitZone>();
        services.AddSingleton<Approve>();
        services.AddSingleton<AskForChanges>();
        services.AddSingleton<Withdraw>();
        services.AddSingleton<RefreshEvidence>();

        services.AddSingleton<ZoneAnswers>();
        services.AddSingleton<CatalogueFindings>();
        services.AddSingleton<RequestWaiver>();
        services.AddSingleton<DecideWaiver>();
        services.AddSingleton<CloseWaiver>();
        services.AddSingleton<AcknowledgeWarnings>();
        services.AddSingleton<SetZonePack>();
        services.AddSingleton<DecideZonePack>();

        services.AddSingleton<CloudQueries>();
        services.AddSingleton<SaveCloud>();
        services.AddSingleton<RemoveCloud>();
        services.AddSingleton<ReplaceSecret>();
        services.AddSingleton<TestConnection>();
        services.AddSingleton<ReadCloudFacts>();

        services.AddSingleton<PushBell>();
        services.AddSingleton<PushBoard>();
        services.AddSingleton<PushJob>();
        services.AddSingleton<SteerPush>();
        services.AddSingleton<PushQueries>();
        services.AddSingleton<StartPush>();
        services.AddSingleton<PausePush>();
        services.AddSingleton<ResumePush>();
        services.AddSingleton<CancelPush>();
        services.AddSingleton<ChooseObject>();
        services.AddSingleton<SkipStep>();
        services.AddSingleton<TakeBackPush>();
        services.AddSingleton<WindowQueries>();
        services.AddSingleton<AddWindow>();
        services.AddSingleton<RemoveWindow>();
        services.AddSingleton<RehearseChange>();
        services.AddSingleton<RehearsalQueries>();
        services.AddSingleton<RehearsalStage>();
        services.AddSingleton<HoldRehearsals>();
        services.AddHostedService<PushWorker>();

        services.AddSingleton<DriftQueries>();
        services.AddSingleton<DriftBase>();
        services.AddSingleton<KnownObjects>();
        services.AddSingleton<DriftBoard>();
        services.AddSingleton<CheckDrift>();
        services.AddSingleton<AcceptDrift>();
        services.AddSingleton<IgnoreDrift>();
        services.AddSingleton<RevertDrift>();
        services.AddSingleton<ResolveThreeWay>();

        services.AddSingleton<CloudZoneReads>();
        services.AddSingleton<FindCloudZones>();
        services.AddSingleton<ReadCloudZone>();
        services.AddSingleton<AcceptCloudZone>();

        services.AddSingleton<HistoryQueries>();

        services.AddSingleton<ConfiguredClouds>();
        services.AddSingleton<SampleScene>();
        services.AddSingleton<FirstData>();
        services.AddSingleton<RemoveSample>();
    }
}
