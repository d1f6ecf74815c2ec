using CrisisFlow.DurableHost;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Environment: AzureWebJobsStorage, FUNCTIONS_WORKER_RUNTIME=dotnet-isolated, and the two below. Ends when its standard
// input does.
var hub =
    Environment.GetEnvironmentVariable("DURABLE_HUB")
    ?? throw new InvalidOperationException("DURABLE_HUB is not set; it names the task hub.");
var activities =
    Environment.GetEnvironmentVariable("DURABLE_ACTIVITIES")
    ?? throw new InvalidOperationException("DURABLE_ACTIVITIES is not set; it is where activities are performed.");

using var host = new HostBuilder()
    .ConfigureAppConfiguration(configuration => configuration.AddEnvironmentVariables())
    .ConfigureWebJobs(jobs =>
        jobs.AddAzureStorageCoreServices().AddDurableTask(options => ProductOptions.Set(options, hub))
    )
    .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new EndpointOnConsole()))
    .ConfigureServices(services =>
        services
            .AddSingleton<ITypeLocator>(new OneType())
            .AddSingleton(new HttpClient { BaseAddress = new Uri(activities), Timeout = Timeout.InfiniteTimeSpan })
    )
    .Build();
await host.StartAsync();
await Console.In.ReadToEndAsync();
await host.StopAsync();

internal sealed class OneType : ITypeLocator
{
    public IReadOnlyList<Type> GetTypes() => [typeof(Functions)];
}
