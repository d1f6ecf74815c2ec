using CrisisFlow.Scoring;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class RaisingAndSinking
{
    [Theory]
    [InlineData(11.9, Level.None)]
    [InlineData(12, Level.Blue)]
    [InlineData(28, Level.Yellow)]
    [InlineData(43.5, Level.Orange)]
    [InlineData(70, Level.Red)]
    public void A_level_is_entered_at_its_threshold(double index, Level level)
    {
        var raised = new Warning().When(Assess(Noon, Story(index))).OfType<WarningEvent.Raised>().SingleOrDefault();
        Assert.Equal(level, raised?.Level ?? Level.None);
    }

    [Fact]
    public void One_grave_headline_on_a_hot_list_is_enough() =>
        Assert.Equal(
            WarningReason.GraveEvent,
            Assert.IsType<WarningEvent.Raised>(Assert.Single(new Warning().When(Assess(Noon, Story(50))))).Reason
        );

    [Fact]
    public void Between_leaving_and_entering_a_level_stays()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)));
        Assert.Empty(warning.When(Assess(Noon.AddHours(8), Story(34.5))));
        Assert.Equal(Level.Orange, Assert.Single(warning.Watching.Open).Level);
    }

    [Fact]
    public void Below_the_threshold_to_leave_a_level_sinks_after_the_cool_down()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)));
        Assert.Empty(warning.When(Assess(Noon.AddMinutes(359), Story(30))));
        var changed = Assert.IsType<WarningEvent.Changed>(
            Assert.Single(warning.When(Assess(Noon.AddMinutes(360), Story(30))))
        );
        Assert.Equal(
            (Level.Orange, Level.Yellow, WarningReason.IndexFell),
            (changed.From, changed.Level, changed.Reason)
        );
    }

    [Fact]
    public void A_story_nobody_tells_any_more_clears()
    {
        var cleared = Assert.IsType<WarningEvent.Cleared>(
            Assert.Single(Warning.Given(Assess(Noon, Story(50))).When(Assess(Noon.AddHours(26))))
        );
        Assert.Equal((WarningReason.Calm, Level.Orange), (cleared.Reason, cleared.From));
    }

    [Fact]
    public void A_rising_story_keeps_its_warning()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)));
        var raised = Assert.IsType<WarningEvent.Raised>(
            Assert.Single(warning.When(Assess(Noon.AddMinutes(5), Story(75))))
        );
        Assert.Equal(("brand.0001", Level.Orange, Level.Red), (raised.Warning, raised.From, raised.Level));
    }

    [Fact]
    public void A_bigger_story_absorbs_a_smaller_one()
    {
        var leak = Story(75, "用户信息泄露", RiskCategory.DataLeak);
        var events = Warning.Given(Assess(Noon, Story(50))).When(Assess(Noon.AddMinutes(5), Story(50), leak));
        var cleared = Assert.Single(events.OfType<WarningEvent.Cleared>());
        Assert.Equal(
            (WarningReason.BiggerWarning, "brand.0001", "brand.0002"),
            (cleared.Reason, cleared.Warning, cleared.Into)
        );
        Assert.Equal(WarningReason.BiggerWarning, Assert.Single(events.OfType<WarningEvent.HeldBack>()).Reason);
    }

    [Fact]
    public void Two_stories_of_one_level_are_two_warnings()
    {
        var warning = Warning.Given(Assess(Noon, Story(50), Story(52, "用户信息泄露", RiskCategory.DataLeak)));
        Assert.Equal(2, warning.Watching.Open.Length);
    }

    [Fact]
    public void An_apology_belongs_to_what_it_follows()
    {
        var apology = Story(44, "深夜致歉", RiskCategory.Unclear);
        Assert.Empty(Warning.Given(Assess(Noon, Story(50))).When(Assess(Noon.AddMinutes(5), Story(50), apology)));
    }

    [Fact]
    public void At_most_four_warnings_of_a_topic_stand_beside_each_other()
    {
        RiskCategory[] kinds =
        [
            RiskCategory.Labour,
            RiskCategory.Price,
            RiskCategory.DataLeak,
            RiskCategory.Outage,
            RiskCategory.Boycott,
            RiskCategory.Legal,
        ];
        var warning = new Warning();
        var events = warning.When(
            Assess(Noon, [.. kinds.Select((kind, i) => Story(50, new string((char)('a' + i), 9), kind))])
        );
        Assert.Equal(4, warning.Watching.Open.Length);
        Assert.Equal(
            [WarningReason.Bundled, WarningReason.Bundled],
            events.OfType<WarningEvent.HeldBack>().Select(held => held.Reason)
        );
        // Each is told all the same.
        Assert.Equal(6, events.OfType<WarningEvent.Raised>().Select(raised => raised.Story).Distinct().Count());
    }
}
