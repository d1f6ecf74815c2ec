using System.Diagnostics;
using CrisisFlow.Runtime.Pages;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CrisisFlow.Azure.Hosting;

/// <summary>The product's own metrics and traces; no link's token in either.</summary>
internal static class Telemetry
{
    private const string Ours = "CrisisFlow*";

    public static IOpenTelemetryBuilder WithCrisisFlow(this IOpenTelemetryBuilder builder) => builder
        .WithMetrics(metrics => metrics.AddMeter(Ours))
        .WithTracing(traces => traces.AddSource(Ours).AddProcessor(new WithoutTokens()));

    /// <summary>Takes the tokens of signed links out of what a request's span says about its address.</summary>
    internal sealed class WithoutTokens : BaseProcessor<Activity>
    {
        private static readonly string[] Addresses = ["url.path", "url.full", "http.target", "http.url", "http.route"];

        public override void OnEnd(Activity data)
        {
            data.DisplayName = SitePaths.Scrub(data.DisplayName);
            foreach (var name in Addresses)
                if (data.GetTagItem(name) is string address) data.SetTag(name, SitePaths.Scrub(address));
        }
    }
}
