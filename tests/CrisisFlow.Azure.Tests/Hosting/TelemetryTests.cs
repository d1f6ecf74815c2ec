using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using CrisisFlow.Azure.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CrisisFlow.Azure.Tests.Hosting;

public sealed class TelemetryTests
{
    private const string Link = "/l/s3cr3t";

    [Fact]
    public void No_span_carries_a_token()
    {
        using var activity = new Activity("GET " + Link);
        activity
            .SetTag("url.path", Link)
            .SetTag("url.full", "https://crisis.example.com/l/s3cr3t?lang=en")
            .SetTag("some.other", "asked for " + Link)
            .SetTag("http.request.method", "GET");

        new Telemetry.WithoutTokens().OnEnd(activity);

        Assert.DoesNotContain(
            activity.TagObjects,
            tag => tag.Value?.ToString()?.Contains("s3cr3t", StringComparison.Ordinal) == true
        );
        Assert.DoesNotContain("s3cr3t", activity.DisplayName, StringComparison.Ordinal);
        Assert.Equal("GET", activity.GetTagItem("http.request.method"));
    }

    [Fact]
    public void No_log_line_carries_a_token_whoever_wrote_it()
    {
        var sent = new Sent();
        using (var services = Services(sent))
        {
            services
                .GetRequiredService<ILoggerFactory>()
                .CreateLogger("Some.Library")
                .LogWarning("Asked for {Path}", Link);
            services
                .GetRequiredService<ILoggerFactory>()
                .CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics")
                .LogInformation("Request starting GET {Path}", Link);
        }

        Assert.Equal(["Asked for /l/… | /l/…"], sent.Lines);
    }

    // The Functions host reads that setting too, and its own telemetry holds whole addresses.
    [Fact]
    public void The_host_s_own_setting_is_nowhere()
    {
        var folders = new[] { "functions", "infra", "scripts" }.Select(folder => Path.Combine(Repository.Root, folder));
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(path =>
                !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")
            )
            .Where(path => File.ReadAllText(path).Contains("APPLICATIONINSIGHTS_", StringComparison.Ordinal));

        Assert.Empty(files);
    }

    [Fact]
    public void No_line_that_an_alert_waits_for_is_left_out_with_its_trace()
    {
        var options = new AzureMonitorExporterOptions();

        Telemetry.Configure(
            options,
            new ConfigurationBuilder()
                .AddInMemoryCollection([new(Telemetry.Connection, "InstrumentationKey=k")])
                .Build()
        );

        Assert.Equal(
            ("InstrumentationKey=k", false, true),
            (options.ConnectionString, options.EnableTraceBasedLogsSampler, options.Credential is not null)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_function_that_fails_is_told_and_goes_on_failing()
    {
        var log = new LogLines<FunctionFaults>();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new FunctionFaults(log).WatchAsync(
                "Poll",
                () => throw new InvalidOperationException("broken"),
                CancellationToken.None
            )
        );

        Assert.Equal(["Error FunctionFailed: Function Poll failed"], log);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_function_that_was_told_to_stop_is_no_failure()
    {
        var log = new LogLines<FunctionFaults>();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new FunctionFaults(log).WatchAsync(
                "Poll",
                () => throw new OperationCanceledException(stop.Token),
                stop.Token
            )
        );

        Assert.Empty(log);
    }

    private static ServiceProvider Services(Sent sent)
    {
        var services = new ServiceCollection();
        services.AddTelemetry(new ConfigurationBuilder().Build());
        services
            .AddOpenTelemetry()
            .WithLogging(logs => logs.AddProcessor(sent), options => options.IncludeFormattedMessage = true);
        return services.BuildServiceProvider();
    }

    private sealed class Sent : BaseProcessor<LogRecord>
    {
        public List<string> Lines { get; } = [];

        public override void OnEnd(LogRecord data) =>
            Lines.Add(
                $"{data.FormattedMessage} | "
                    + $"{string.Join(',', data.Attributes!.Where(one => one.Key == "Path").Select(one => one.Value))}"
            );
    }
}
