using System.Text.Json.Nodes;

namespace CrisisFlow.Scenarios.Driver;

/// <summary>People who talk about the brand on one network, each in an own voice, evenly within the hour.</summary>
internal sealed class Talking(LocalApp app)
{
    private const int AtOnce = 400;

    /// <summary>Pushes what was said between two moments.</summary>
    /// <param name="perHour">Mentions an hour at a moment.</param>
    public async Task SayAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        Func<DateTimeOffset, int> perHour,
        bool negative
    )
    {
        var posts = new List<JsonNode>();
        for (var at = from; at < until; )
        {
            var rate = perHour(at);
            if (rate > 0)
            {
                var n = at.UtcTicks / TimeSpan.TicksPerSecond;
                posts.Add(
                    new JsonObject
                    {
                        ["id"] = $"talk-{n}",
                        ["author"] = $"voice-{n}",
                        ["title"] = negative
                            ? $"果园记太让人失望了，再也不买，气死我了 第{n}位顾客"
                            : $"今天路过果园记，橙子到货了 第{n}位顾客",
                        ["published"] = at.ToString("O"),
                    }
                );
            }

            at += rate > 0 ? TimeSpan.FromHours(1.0 / rate) : TimeSpan.FromHours(1);
        }

        foreach (var batch in posts.Chunk(AtOnce))
            (
                await app.Browser.PushAsync(
                    new JsonArray(batch).ToJsonString(),
                    query: "?source=network&category=social"
                )
            ).ShouldBe(200);
    }

    /// <summary>Moves the clock on while people talk.</summary>
    public async Task GoOnAsync(TimeSpan by, Func<DateTimeOffset, int> perHour, Func<Task>? meanwhile = null)
    {
        var end = app.Clock.GetUtcNow() + by;
        while (app.Clock.GetUtcNow() < end)
        {
            var from = app.Clock.GetUtcNow();
            var step = TimeSpan.FromMinutes(10) < end - from ? TimeSpan.FromMinutes(10) : end - from;
            app.Clock.Advance(step);
            await SayAsync(from, from + step, perHour, negative: true);
            await app.TickAsync();
            if (meanwhile is not null)
                await meanwhile();
        }
    }
}
