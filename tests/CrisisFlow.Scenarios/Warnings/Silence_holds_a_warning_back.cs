using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class Silence_holds_a_warning_back
{
    [Fact(Timeout = 120_000)]
    public async Task A_silence_with_author_and_reason_holds_a_warning_back_and_its_reason_is_kept()
    {
        await using var app = await OneBrand.StartAsync();
        var form = await app.Browser.GetAsync("/silences");
        (
            await form.SubmitAsync("begin", ("topic", "brand"), ("by", "Ann"), ("why", "已知的演习"), ("hours", "3"))
        ).ShouldBe(303);

        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(1));

        Assert.Empty(await app.CasesAsync());
        app.ShouldHaveSentNothingElse();
        var held = new List<WarningEvent.HeldBack>();
        await foreach (var (_, happened) in app.Warnings.EventsAsync(new TopicId("brand"), 50))
            if (happened is WarningEvent.HeldBack one)
                held.Add(one);
        Assert.Contains(held, h => h.Reason == WarningReason.Silenced);
        (await app.Browser.GetAsync("/silences")).ShouldSay("已知的演习").ShouldSay("Ann");
    }
}
