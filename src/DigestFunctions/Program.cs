using System.Globalization;
using Digest.Functions.Hosting;
using Microsoft.Extensions.Logging;

if (args is ["describe", var folder, var hostFile, var program])
{
    FunctionFiles.Write(folder, File.ReadAllText(hostFile), program);
    return 0;
}

if (int.TryParse(Environment.GetEnvironmentVariable(CustomHandler.PortVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
{
    using var logs = new LoggerFactory([new LineLogs(isQuiet: true)]);
    await using var app = CustomHandler.Create(port, AppFlow.Of(Environment.GetEnvironmentVariable), logs);
    await app.RunAsync();
    return 0;
}

#if OFFICIAL_WORKER
await OfficialWorker.RunAsync(args);
return 0;
#else
Console.Error.WriteLine($"This program is started by the Azure Functions host, which says in {CustomHandler.PortVariable} where it calls. Without a host, `digest serve` runs the same functions (docs/hosting.md).");
return 2;
#endif
