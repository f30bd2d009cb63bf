using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Digest.Functions.Hosting;

/// <summary>The isolated worker, where the build has its packages: the same function classes, made by its own container.</summary>
internal static class OfficialWorker
{
    public static async Task RunAsync(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(_ => AppFlow.Of(Environment.GetEnvironmentVariable));
        builder.Services.AddTransient(services => services.GetRequiredService<Lazy<DigestFlow>>().Value);
        await builder.Build().RunAsync();
    }
}
