using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using CrisisFlow.Presentation;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace CrisisFlow.Azure.Hosting;

/// <summary>The product's own logs, metrics and traces; no link's token in any of them.</summary>
internal static class Telemetry
{
    /// <summary>
    /// Not the name that the Functions host listens to: that one would make the host send its own telemetry, with
    /// the whole
    /// address of every request in it. See docs/adr/0053.
    /// </summary>
    public const string Connection = "AzureMonitor:ConnectionString";

    private const string Ours = "CrisisFlow*";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // The web server inside the worker would log every address it is asked for.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services.AddOpenTelemetry().UseFunctionsWorkerDefaults().WithCrisisFlow().ExportTo(configuration);
        return services;
    }

    /// <summary>
    /// Tells why the host cannot start. It ends before its services exist, so this is sent on its own.
    /// </summary>
    public static void Report(StartProblemsException wrong, IConfiguration configuration)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddOpenTelemetry().WithCrisisFlow().ExportTo(configuration);
        using var sent = services.BuildServiceProvider();
        HostLog.CannotStart(
            sent.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Telemetry).FullName!),
            wrong.Message
        );
    }

    private static IOpenTelemetryBuilder WithCrisisFlow(this IOpenTelemetryBuilder builder) =>
        builder
            .WithLogging(logs => logs.AddProcessor(new LogsWithoutTokens()))
            .WithMetrics(metrics => metrics.AddMeter(Ours))
            .WithTracing(traces => traces.AddSource(Ours).AddProcessor(new WithoutTokens()));

    // Exported only where there is something to export to; a developer's machine has none.
    private static void ExportTo(this IOpenTelemetryBuilder builder, IConfiguration configuration)
    {
        if (configuration[Connection] is { Length: > 0 })
            builder.UseAzureMonitorExporter(options => Configure(options, configuration));
    }

    internal static void Configure(AzureMonitorExporterOptions options, IConfiguration configuration)
    {
        options.ConnectionString = configuration[Connection];
        options.Credential = Composition.Credential(configuration["AZURE_CLIENT_ID"]);
        // Alerts wait for these lines. By default a line goes the way of its trace, and of traces only some are kept.
        options.EnableTraceBasedLogsSampler = false;
    }

    /// <summary>Takes the tokens of signed links out of what a request's span says about its address.</summary>
    internal sealed class WithoutTokens : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            data.DisplayName = SitePaths.Scrub(data.DisplayName);
            foreach (var (name, value) in data.TagObjects.ToList())
                if (value is string text && SitePaths.Scrub(text) is var cut && cut != text)
                    data.SetTag(name, cut);
        }
    }

    /// <summary>The same for all log lines.</summary>
    internal sealed class LogsWithoutTokens : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data)
        {
            if (data.FormattedMessage is { } message)
                data.FormattedMessage = SitePaths.Scrub(message);
            data.Attributes = data
                .Attributes?.Select(one => one.Value is string text ? new(one.Key, SitePaths.Scrub(text)) : one)
                .ToList();
        }
    }
}
