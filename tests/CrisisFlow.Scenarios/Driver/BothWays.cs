using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Settings;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>What a backtest says of an archive, beside what the host stores when the archive happens to it.</summary>
internal static class BothWays
{
    private static readonly BacktestJson Json = new(
        new JsonSerializerOptions(BacktestJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The lines of a backtest, one JSON object each.</summary>
    public static async Task<IReadOnlyList<string>> BacktestAsync(
        CrisisFlowSettings settings,
        IReadOnlyList<DocumentItem> items,
        Func<string, SourceCategory> category
    )
    {
        var lines = new List<string>();
        await BacktestRunner.RunAsync(
            items,
            new BacktestRequest(settings, category, PushedArchive.Source),
            line => lines.Add(Write(line))
        );
        return lines;
    }

    /// <summary>The warning events that the host has stored, oldest first, written as a backtest writes them.</summary>
    public static async Task<IReadOnlyList<string>> StoredAsync(LocalApp app)
    {
        var lines = new List<BacktestLine>();
        foreach (var topic in app.Topics.All)
        await foreach (var (_, happened) in app.Warnings.EventsAsync(topic.Id, int.MaxValue))
            if (BacktestLine.Of(topic.Settings.Name, happened) is { } line)
                lines.Insert(0, line);
        return [.. lines.OrderBy(line => line.At).Select(Write)];
    }

    /// <summary>Pushes the archive to a host and looks every minute, until one minute after its last item.</summary>
    public static async Task<IReadOnlyList<string>> PushAsync(CrisisFlowSettings settings, PushedArchive archive)
    {
        var minute = MinuteBucket.MinuteOf(archive.Items[0].Published!.Value);
        var end = MinuteBucket.MinuteOf(archive.Items[^1].Published!.Value).AddMinutes(1);
        await using var app = await LocalApp.StartAsync(EveryMinute(settings), minute);
        while (app.Clock.GetUtcNow() < end)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await archive.PushAsync(app);
            await app.TickAsync();
        }

        return await StoredAsync(app);
    }

    /// <summary>The stages that watch run every minute, whatever else is set.</summary>
    public static CrisisFlowSettings EveryMinute(CrisisFlowSettings settings)
    {
        settings.Stages.Poll = settings.Stages.Evaluate = TimeSpan.FromMinutes(1);
        return settings;
    }

    private static string Write(BacktestLine line) => JsonSerializer.Serialize(line, Json.BacktestLine);
}
