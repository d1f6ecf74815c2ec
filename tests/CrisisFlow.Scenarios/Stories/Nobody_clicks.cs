using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Stories;

/// <summary>The demo's crisis with nobody there.</summary>
public sealed class Nobody_clicks
{
    [Fact(Timeout = 240_000)]
    public async Task The_chain_is_asked_to_its_end_and_the_case_ends_with_nothing_published()
    {
        await using var app = await DemoDays.StartAsync();
        await app.UntilCaseAsync();
        var story = (await app.CaseAsync()).File.Subject.Story;
        var id = (await app.CaseAsync()).Id;

        app.Mailbox("lin").ShouldReceive("请研判");
        await app.FastForwardAsync(TimeSpan.FromDays(1));
        // Half of the hour: a reminder. The hour: the deputy. Then leadership. Then everybody once more, twice.
        var reminder = app.Mailbox("lin").ShouldReceive("提醒：研判");
        var deputy = app.Mailbox("he").ShouldReceive("升级督办：研判");
        var leader = app.Mailbox("kate").ShouldReceive("Escalation: Triage this warning");
        Assert.True(reminder.At < deputy.At && deputy.At < leader.At, $"{reminder.At} {deputy.At} {leader.At}");
        foreach (var person in (string[])["lin", "he"])
        {
            app.Mailbox(person).ShouldReceive("升级督办：研判");
            app.Mailbox(person).ShouldReceive("升级督办：研判");
        }

        app.Mailbox("lin").ShouldReceive("始终无人答复：研判");
        app.Mailbox("kate").ShouldReceive("Unanswered: Triage this warning");

        // Legal was never part of it; nobody but directors is told that nobody answers.
        Assert.Empty(app.Mailbox("law").All);
        Assert.DoesNotContain(
            app.Mailbox("he").Unread,
            letter => letter.Subject.Contains("】始终无人答复", StringComparison.Ordinal)
        );

        await app.FastForwardAsync(TimeSpan.FromDays(7), TimeSpan.FromMinutes(15));
        var record = (await app.Journal.ReadAsync(id))!;
        Assert.Equal(CaseEnding.NobodyAnswered, Assert.IsType<CaseState.Closed>(record.State).Ended.Ending);
        foreach (var person in (string[])["lin", "he"])
            Assert.Contains(story, app.Mailbox(person).ShouldReceive("事件已终止").Subject, StringComparison.Ordinal);
        app.Mailbox("kate").ShouldReceive("Case stopped");
        Assert.Empty(app.Mailbox("press@citynews.example").All);
        Assert.Empty(record.File.Publications);
        (await app.Browser.GetAsync("/statements")).ShouldBe(200).ShouldNotSay("情况说明");

        // A link from the first hour says how it ended and changes nothing.
        var late = await app.ClickAsync(leader);
        Assert.False(late.Asks);
        Assert.Equal(record.Events.Count, (await app.Journal.ReadAsync(id))!.Events.Count);
    }
}
