using CloudNetPortal.CloudStackEmulator.Hosting;
using Microsoft.Extensions.Hosting;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(PracticeCloudOptions.Usage);
    return 0;
}
var wrong = new List<string>();
var options = PracticeCloudOptions.Read(args, Environment.GetEnvironmentVariable, wrong);
if (wrong.Count > 0)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, wrong) + Environment.NewLine + PracticeCloudOptions.Usage);
    return 2;
}
try
{
    var (app, address) = await PracticeCloudHost.StartAsync(options, TimeProvider.System);
    Console.WriteLine($"practice cloud listening on {address}/client/api");
    // Keys that nobody gave and no file keeps are told once; otherwise nobody could call.
    if (options is { Key: null, StateFile: null } && app.Services.GetRequiredService<PracticeCloud>() is var cloud)
        Console.WriteLine($"key {cloud.Key}{Environment.NewLine}secret {cloud.Secret}");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (IOException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
