using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Extensions.Configuration;

namespace CrisisFlow.DurableHost;

/// <summary>The Durable extension's settings, as the product's own host.json has them.</summary>
internal static class ProductOptions
{
    public static void Set(DurableTaskOptions options, string hub)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"))
            .Build()
            .GetSection("extensions:durableTask");
        options.HubName = hub;
        options.MaxConcurrentActivityFunctions = settings.GetValue<int>("maxConcurrentActivityFunctions");
        options.MaxConcurrentOrchestratorFunctions = settings.GetValue<int>("maxConcurrentOrchestratorFunctions");
        foreach (var one in settings.GetSection("storageProvider").GetChildren())
            options.StorageProvider[one.Key] = one.Value!;
        // An idle queue is looked at every ten seconds there; a test would wait for it again and again.
        options.StorageProvider["maxQueuePollingInterval"] = "00:00:00.100";
    }
}
