using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public static class OpenTelemetryBuilderExtensions
{
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder) => builder;

    public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor)
    {
        configureAzureMonitor(new AzureMonitorExporterOptions());
        return builder;
    }
}

public class AzureMonitorExporterOptions : global::Azure.Core.ClientOptions
{
    public string? ConnectionString { get; set; }

    public global::Azure.Core.TokenCredential? Credential { get; set; }

    public bool EnableTraceBasedLogsSampler { get; set; } = true;
}
