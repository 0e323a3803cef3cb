using Npgsql;
using Quartz;

namespace CloudNetPortal.Web.Shell;

/// <summary>
/// What is done again and again: one <see cref="IJob"/> class for each schedule, registered by its feature with <see cref="AddSchedule"/>. The schedules lie in the
/// portal's own database, so that of several portals one does the work at a time, and another goes on when it is gone.
/// </summary>
internal static class Schedules
{
    // A portal that has not said for so long that it lives is taken for dead; what it was doing then is done by another.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(3);

    public static void AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => (options.InstanceId, options.InstanceName) = ($"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}", "portal"));
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, configuration.GetConnectionString("Portal") ?? "");
                // The tables are made by the version of the scheduler that uses them.
                store.ProvisionSchema();
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (SignOfLife, SignOfLife));
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>Runs a job so often, in one of the portals each time. Mark the class <see cref="DisallowConcurrentExecutionAttribute"/> unless it may run twice at a time.</summary>
    public static void AddSchedule<TJob>(this IServiceCollection services, TimeSpan every) where TJob : class, IJob =>
        services.AddQuartz(quartz => quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(typeof(TJob).Name).StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()),
            job => job.WithIdentity(typeof(TJob).Name)));
}
