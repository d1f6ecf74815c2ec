using CrisisFlow.Scoring;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class HoldingBack
{
    private static readonly WarningCommand.Silence Hush = new(Noon, "s1", "ann", "known promotion", Noon.AddHours(3));
    private static readonly WarningSettings Nights = new() { QuietFrom = 22, QuietUntil = 7 };

    /// <summary>23:00 in UTC+8.</summary>
    private static readonly DateTimeOffset Night = Noon.AddHours(11);

    private static WarningEvent.HeldBack Held(IReadOnlyList<WarningEvent> events) =>
        Assert.Single(events.OfType<WarningEvent.HeldBack>());

    [Fact]
    public void Fewer_voices_than_the_floor_raise_nothing() =>
        Assert.Equal(
            WarningReason.BelowFloor,
            Assert
                .IsType<WarningEvent.HeldBack>(
                    Assert.Single(new Warning().When(Assess(Noon, Story(50, voices: 4, named: false))))
                )
                .Reason
        );

    [Fact]
    public void As_many_voices_as_the_floor_raise() =>
        Assert.IsType<WarningEvent.Raised>(
            Assert.Single(new Warning().When(Assess(Noon, Story(50, voices: 5, named: false))))
        );

    [Fact]
    public void Volume_alone_is_never_above_blue()
    {
        var events = new Warning().When(Assess(Noon, Story(90, "新品首发", null, 5000, risky: false)));
        Assert.Equal((WarningReason.VolumeAlone, Level.Red), (Held(events).Reason, Held(events).Level));
        var raised = Assert.Single(events.OfType<WarningEvent.Raised>());
        Assert.Equal((Level.Blue, WarningReason.VolumeSurge), (raised.Level, raised.Reason));
    }

    [Fact]
    public void A_cleared_story_does_not_come_back_within_the_cool_down()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)), Assess(Noon.AddHours(26)));
        Assert.Equal(WarningReason.CoolDown, Held(warning.When(Assess(Noon.AddHours(27), Story(50)))).Reason);
        Assert.IsType<WarningEvent.Raised>(Assert.Single(warning.When(Assess(Noon.AddHours(32), Story(50)))));
    }

    [Fact]
    public void A_higher_level_breaks_the_cool_down()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)), Assess(Noon.AddHours(26)));
        Assert.Equal(
            Level.Red,
            Assert.IsType<WarningEvent.Raised>(Assert.Single(warning.When(Assess(Noon.AddHours(27), Story(75))))).Level
        );
    }

    [Fact]
    public void A_dismissed_story_stays_quiet()
    {
        var warning = Warning.Given(
            Assess(Noon, Story(50)),
            new WarningCommand.Dismiss(Noon.AddHours(1), "brand.0001", "ann", "a rehearsal")
        );
        Assert.Equal(WarningReason.Dismissed, Held(warning.When(Assess(Noon.AddHours(2), Story(50)))).Reason);
        Assert.Empty(warning.When(Assess(Noon.AddHours(70), Story(50))));
        Assert.IsType<WarningEvent.Raised>(Assert.Single(warning.When(Assess(Noon.AddHours(74), Story(50)))));
    }

    [Fact]
    public void A_dismissed_story_that_rises_above_its_old_level_comes_through()
    {
        var warning = Warning.Given(
            Assess(Noon, Story(50)),
            new WarningCommand.Dismiss(Noon.AddHours(1), "brand.0001", "ann", "a rehearsal")
        );
        var raised = Assert.IsType<WarningEvent.Raised>(
            Assert.Single(warning.When(Assess(Noon.AddHours(2), Story(80))))
        );
        Assert.Equal(("brand.0002", Level.None, Level.Red), (raised.Warning, raised.From, raised.Level));
    }

    [Fact]
    public void A_dismissal_clears_the_warning_and_keeps_who_and_why()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)));
        var cleared = Assert.IsType<WarningEvent.Cleared>(
            Assert.Single(
                warning.When(new WarningCommand.Dismiss(Noon.AddHours(1), "brand.0001", "ann", "a rehearsal"))
            )
        );
        Assert.Equal(
            (WarningReason.Dismissed, "ann", "a rehearsal"),
            (cleared.Reason, cleared.By ?? "", cleared.Why ?? "")
        );
        Assert.Empty(warning.Watching.Open);
        Assert.Empty(warning.When(new WarningCommand.Dismiss(Noon.AddHours(2), "brand.0001", "bo", "late")));
    }

    [Fact]
    public void A_warning_that_rose_meanwhile_is_not_dismissed_at_the_level_it_had()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)), Assess(Noon.AddHours(1), Story(80)));
        var dismiss = new WarningCommand.Dismiss(Noon.AddHours(2), "brand.0001", "ann", "a rehearsal");
        var refused = warning.Refuses(dismiss with { Seen = Level.Orange });
        Assert.Equal(
            (WarningRefusal.RoseMeanwhile, "Warning 'brand.0001' rose to Red; it was judged at Orange."),
            (refused.Reason, refused.Details)
        );
        Assert.IsType<WarningEvent.Cleared>(Assert.Single(warning.When(dismiss with { Seen = Level.Red })));
    }

    [Fact]
    public void A_silence_holds_back_even_red_and_ends_by_itself()
    {
        var warning = Warning.Given(Hush);
        Assert.Equal(WarningReason.Silenced, Held(warning.When(Assess(Noon.AddHours(1), Story(90)))).Reason);
        var events = warning.When(Assess(Noon.AddHours(3), Story(90)));
        Assert.Null(Assert.Single(events.OfType<WarningEvent.SilenceEnded>()).By);
        Assert.Equal(Level.Red, Assert.Single(events.OfType<WarningEvent.Raised>()).Level);
    }

    [Fact]
    public void Quiet_hours_hold_the_mail_and_not_the_warning()
    {
        var warning = new Warning();
        var events = warning.When(Assess(Night, Nights, Story(50)));
        Assert.False(Assert.Single(events.OfType<WarningEvent.Raised>()).Mail);
        Assert.Equal((WarningReason.QuietHours, Night.AddHours(8)), (Held(events).Reason, Held(events).Until));
        Assert.Empty(warning.When(Assess(Night.AddHours(7.9), Nights, Story(50))));
        Assert.Equal(
            WarningReason.HoldEnded,
            Assert
                .IsType<WarningEvent.MailDue>(Assert.Single(warning.When(Assess(Night.AddHours(8), Nights, Story(50)))))
                .Reason
        );
    }

    [Fact]
    public void A_mail_that_waits_still_comes_when_its_warning_sank_meanwhile()
    {
        var warning = Warning.Given(Assess(Night, Nights, Story(50)));
        Assert.Equal(
            Level.Yellow,
            Assert
                .IsType<WarningEvent.Changed>(Assert.Single(warning.When(Assess(Night.AddHours(7), Nights, Story(30)))))
                .Level
        );
        Assert.Equal(
            Level.Yellow,
            Assert
                .IsType<WarningEvent.MailDue>(Assert.Single(warning.When(Assess(Night.AddHours(8), Nights, Story(30)))))
                .Level
        );
    }

    [Fact]
    public void What_was_held_says_since_when_and_how_high()
    {
        var warning = Warning.Given(
            Assess(Night, Nights, Story(30)),
            Assess(Night.AddHours(1), Nights, Story(50)),
            Assess(Night.AddHours(7.5), Nights, Story(30))
        );
        var due = Assert.IsType<WarningEvent.MailDue>(
            Assert.Single(warning.When(Assess(Night.AddHours(8), Nights, Story(30))))
        );
        Assert.Equal(
            (Level.Yellow, new HeldNews(Night, Level.Orange, 50, Night.AddHours(1)), WarningReason.IndexFell),
            (due.Level, due.Held, due.Cause)
        );
        Assert.Null(Assert.Single(warning.Watching.Open).Held);
    }

    [Fact]
    public void A_rise_to_red_breaks_through_and_nothing_is_held_any_more()
    {
        var warning = Warning.Given(Assess(Night, Nights, Story(50)));
        var raised = Assert.IsType<WarningEvent.Raised>(
            Assert.Single(warning.When(Assess(Night.AddHours(1), Nights, Story(80))))
        );
        Assert.Equal((true, true), (raised.Mail, raised.Told));
        Assert.Empty(warning.When(Assess(Night.AddHours(8), Nights, Story(80))));
    }

    [Fact]
    public void A_dismissal_says_whether_anybody_had_heard_of_it()
    {
        var dismiss = new WarningCommand.Dismiss(Night.AddHours(2), "brand.0001", "ann", "a rehearsal");
        var night = Warning.Given(Assess(Night, Nights, Story(50)));
        Assert.True(Assert.IsType<WarningEvent.Cleared>(Assert.Single(night.When(dismiss))).Untold);
        // Yellow by day was mailed; that orange by night was not changes nothing in that.
        var day = Warning.Given(Assess(Noon, Nights, Story(30)), Assess(Night, Nights, Story(50)));
        var cleared = Assert.IsType<WarningEvent.Cleared>(Assert.Single(day.When(dismiss)));
        Assert.Equal((false, Level.Orange), (cleared.Untold, cleared.Held?.Highest));
        // Blue by day is mailed to nobody.
        var blue = Warning.Given(Assess(Noon, Nights, Story(15)), Assess(Night, Nights, Story(50)));
        Assert.True(Assert.IsType<WarningEvent.Cleared>(Assert.Single(blue.When(dismiss))).Untold);
    }

    [Fact]
    public void Quiet_hours_never_hold_red() =>
        Assert.True(
            Assert.IsType<WarningEvent.Raised>(Assert.Single(new Warning().When(Assess(Night, Nights, Story(80))))).Mail
        );

    [Fact]
    public void What_is_held_back_is_said_once()
    {
        var warning = Warning.Given(Assess(Noon, Story(50, voices: 2, named: false)));
        Assert.Empty(warning.When(Assess(Noon.AddMinutes(1), Story(50, voices: 3, named: false))));
    }

    [Theory]
    [InlineData("", "why", 1, WarningRefusal.AuthorMissing, "The silence 's2' names nobody; it needs an author.")]
    [InlineData("ann", " ", 1, WarningRefusal.ReasonMissing, "The silence 's2' gives no reason; it needs one.")]
    [InlineData(
        "ann",
        "why",
        0,
        WarningRefusal.SilenceEndsInThePast,
        "Silence 's2' ends at 2025-03-04 04:00:00Z, which is not after 2025-03-04 04:00:00Z."
    )]
    [InlineData(
        "ann",
        "why",
        367 * 24,
        WarningRefusal.SilenceTooLong,
        "Silence 's2' lasts 367 days; the limit is 366 days."
    )]
    public void A_silence_needs_an_author_a_reason_and_an_end(
        string by,
        string why,
        int hours,
        WarningRefusal refusal,
        string sentence
    )
    {
        var refused = new Warning().Refuses(new WarningCommand.Silence(Noon, "s2", by, why, Noon.AddHours(hours)));
        Assert.Equal((refusal, sentence), (refused.Reason, refused.Details));
    }

    [Fact]
    public void A_silence_keeps_who_and_why()
    {
        var began = Assert.IsType<WarningEvent.SilenceBegan>(Assert.Single(new Warning().When(Hush)));
        Assert.Equal(("ann", "known promotion", Noon.AddHours(3)), (began.By, began.Why, began.Until));
    }

    [Fact]
    public void A_second_story_of_another_kind_is_not_dismissed_with_the_first()
    {
        var warning = Warning.Given(
            Assess(Noon, Story(50)),
            new WarningCommand.Dismiss(Noon.AddHours(1), "brand.0001", "ann", "a rehearsal")
        );
        Assert.IsType<WarningEvent.Raised>(
            Assert.Single(warning.When(Assess(Noon.AddHours(2), Story(50, "用户信息泄露", RiskCategory.DataLeak))))
        );
    }
}
