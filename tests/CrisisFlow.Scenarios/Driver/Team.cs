namespace CrisisFlow.Scenarios.Driver;

/// <summary>
/// People who answer every mail that asks something, each by the link of their own mailbox, as soon as it comes.
/// </summary>
internal sealed class Team(LocalApp app)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What is written where a text is asked for.</summary>
    public string Words { get; init; } = "已核实并处理。";

    public string Verdict { get; init; } = "Confirmed";

    /// <summary>Answers what has come since the last time.</summary>
    public async Task AnswerAsync()
    {
        foreach (var letter in app.Letters.ToList())
        {
            if (!_seen.Add(letter.File) || letter.Links.Count == 0)
                continue;
            foreach (var link in letter.Links)
                await AnswerAsync(link);
        }
    }

    private async Task AnswerAsync(string link)
    {
        var page = await app.Browser.GetAsync(link);
        if (!page.Asks || page.Value("action") is not null)
            return;
        var answer =
            page.Value("verdict") is not null ? await page.SubmitAsync(null, ("verdict", Verdict))
            : page.Value("base") is not null ? await page.SubmitAsync()
            : page.Body.Contains("name=\"decision\"", StringComparison.Ordinal)
                ? await page.SubmitAsync(null, ("decision", "approve"))
            : page.Body.Contains("name=\"setback\"", StringComparison.Ordinal)
                ? await page.SubmitAsync(null, ("setback", "keep"))
            : await page.SubmitAsync(null, ("text", Words));
        answer.ShouldBe(200);
    }

    /// <summary>Time passes, and whoever is asked answers within the half hour, until something is so.</summary>
    public async Task AnswerUntilAsync(Func<Task<bool>> so, TimeSpan within, string what)
    {
        var end = app.Clock.GetUtcNow() + within;
        while (!await so())
        {
            Assert.True(
                app.Clock.GetUtcNow() < end,
                $"Not so within {within}: {what}. The last mails: "
                    + string.Join(" | ", app.Letters.TakeLast(12).Select(l => $"{l.At:MM-dd HH:mm} {l.To} {l.Subject}"))
            );
            await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));
            await AnswerAsync();
        }
    }
}
