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
var (app, address) = await PracticeCloudHost.StartAsync(options, TimeProvider.System);
Console.WriteLine($"practice cloud listening on {address}/client/api");
await app.WaitForShutdownAsync();
return 0;
