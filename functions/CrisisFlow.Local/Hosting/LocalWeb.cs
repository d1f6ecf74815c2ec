using CrisisFlow.Storage;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CrisisFlow.Local.Hosting;

/// <summary>Kestrel with limits, logs to the console, telemetry only where an endpoint is named.</summary>
internal static class LocalWeb
{
    private const long LongestBody = 16 * 1024 * 1024;

    public static WebApplication Create(LocalOptions options, IEntityStore store)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Services.AddLocalHost(options, store);
        builder.WebHost.UseUrls(options.Listen ?? options.Settings.Site.Listen);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Logging.SetMinimumLevel(options.LogLevel);
        // The framework's own lines hold paths of requests, and paths hold tokens.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        // The command reports a failed start in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        AddTelemetry(builder, options.Settings.Telemetry.OtlpEndpoint);
        return builder.Build();
    }

    private static void AddTelemetry(WebApplicationBuilder builder, string endpoint)
    {
        if (endpoint.Length == 0)
            return;
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("crisisflow"))
            .WithMetrics(metrics =>
                metrics.AddMeter("CrisisFlow").AddOtlpExporter(otlp => otlp.Endpoint = new Uri(endpoint))
            )
            .WithTracing(traces =>
                traces.AddSource("CrisisFlow").AddOtlpExporter(otlp => otlp.Endpoint = new Uri(endpoint))
            );
    }
}
