using System.Text.Json;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class RetiringTopics
{
    private static readonly WarningCommand.Retire Retire = new(Noon.AddHours(1), "settings");
    private static readonly WarningCommand.Watch Watch = new(Noon.AddHours(2));

    [Fact]
    public void A_topic_that_is_retired_clears_its_warnings_once()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)));
        var events = warning.When(Retire);
        Assert.Equal(WarningReason.Retired, Assert.Single(events.OfType<WarningEvent.Cleared>()).Reason);
        Assert.IsType<WarningEvent.TopicRetired>(events[^1]);
        Assert.Empty(warning.When(Retire));
        Assert.Equal(WarningRefusal.TopicRetired, warning.Refuses(Assess(Noon.AddHours(2), Story(90))).Reason);
    }

    [Fact]
    public void A_topic_that_comes_back_begins_afresh_and_gives_no_id_twice()
    {
        var warning = Warning.Given(
            Assess(Noon, Story(50)),
            new WarningCommand.Silence(Noon, "s1", "ann", "launch", Noon.AddDays(3)),
            Retire,
            Watch
        );
        Assert.Empty(warning.Watching.Silences);
        Assert.Empty(warning.Watching.Past);
        var raised = Assert.IsType<WarningEvent.Raised>(
            Assert.Single(warning.When(Assess(Noon.AddHours(3), Story(50))))
        );
        Assert.Equal(("brand.0002", Level.None), (raised.Warning, raised.From));
    }

    [Fact]
    public void A_topic_that_was_never_retired_is_not_told_that_it_came_back() =>
        Assert.Empty(Warning.Given(Assess(Noon, Story(50))).When(Watch));

    [Fact]
    public void A_retired_state_without_a_count_is_read()
    {
        var state = JsonSerializer.Deserialize(
            """{"kind":"retired","at":"2025-03-04T04:00:00+00:00","by":"ann"}""",
            WarningJson.Default.WarningState
        );
        Assert.Equal(new WarningState.Retired(Noon, "ann"), state);
    }
}
