using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Cases.Tests.Reviews;

public sealed class Judging_an_effect
{
    /// <summary>On ten earlier days as much was said at the one hour as at the other.</summary>
    private static readonly EffectCourse Level = new(600, 600, 10, null);

    /// <summary>On ten earlier days 60 an hour by day, 6 at night.</summary>
    private static readonly EffectCourse Falling = new(600, 60, 10, null);

    private static readonly EffectCourse Rising = new(60, 600, 10, null);
    private static readonly EffectCourse ByDay = new(0, 0, 0, 1.5);
    private static readonly EffectCourse SameHour = new(0, 0, 0, 1);

    private static EffectVerdict Judge(
        (long Volume, long Negative, double Index) before,
        (long Volume, long Negative, double Index) after,
        EffectCourse course
    ) =>
        EffectJudge
            .Judge(
                new EffectReadings(
                    Talked("08:00", before.Volume, before.Negative, before.Index),
                    Talked("11:00", after.Volume, after.Negative, after.Index)
                )
                {
                    Course = course,
                },
                new EffectPlan()
            )
            .Verdict;

    [Theory]
    [InlineData(100, 80, 70, 60, 30, 40, EffectVerdict.Worked)]
    [InlineData(100, 80, 70, 300, 160, 72, EffectVerdict.Worse)]
    [InlineData(100, 80, 50, 100, 82, 58, EffectVerdict.Worse)]
    [InlineData(100, 80, 70, 95, 78, 68, EffectVerdict.NoEffect)]
    [InlineData(100, 80, 70, 100, 75, 60, EffectVerdict.Worked)]
    [InlineData(10, 8, 70, 5, 0, 20, EffectVerdict.TooFew)]
    public void Judging_an_effect_compares_negative_mentions_per_hour_and_the_index(
        long volume,
        long negative,
        double index,
        long volumeAfter,
        long negativeAfter,
        double indexAfter,
        EffectVerdict verdict
    )
    {
        var (before, after) = ((volume, negative, index), (volumeAfter, negativeAfter, indexAfter));
        Assert.Equal(verdict, Judge(before, after, Level));
        Assert.Equal(verdict, Judge(before, after, SameHour));
    }

    [Fact]
    public void The_night_alone_is_no_effect()
    {
        Assert.Equal(EffectVerdict.NoEffect, Judge((60, 60, 60), (6, 6, 60), Falling));
        // Truly less than the night makes it.
        Assert.Equal(EffectVerdict.Worked, Judge((200, 200, 60), (3, 3, 60), Falling));
        // As much as by day, at an hour at which people sleep.
        Assert.Equal(EffectVerdict.Worse, Judge((60, 60, 60), (55, 55, 60), Falling));
    }

    [Fact]
    public void The_morning_alone_is_no_setback()
    {
        Assert.Equal(EffectVerdict.NoEffect, Judge((30, 30, 60), (300, 300, 60), Rising));
        Assert.Equal(EffectVerdict.Worked, Judge((30, 30, 60), (35, 35, 60), Rising));
        Assert.Equal(EffectVerdict.Worse, Judge((30, 30, 60), (900, 900, 60), Rising));
    }

    [Fact]
    public void Without_a_past_it_cannot_be_told_across_the_night()
    {
        Assert.Equal(EffectVerdict.CannotTell, Judge((60, 60, 60), (6, 6, 60), EffectCourse.Unknown));
        Assert.Equal(EffectVerdict.CannotTell, Judge((60, 60, 60), (60, 60, 60), EffectCourse.Unknown));
        // 7 to 12 an hour while the negative share fell from 78 to 55 %: one says worse, the other better.
        Assert.Equal(EffectVerdict.CannotTell, Judge((9, 7, 75), (22, 12, 75), EffectCourse.Unknown));
        // A past that is too thin is none.
        Assert.Equal(EffectVerdict.CannotTell, Judge((60, 60, 60), (6, 6, 60), new EffectCourse(4, 0, 2, null)));
    }

    [Fact]
    public void Without_a_past_rate_and_share_together_tell_it()
    {
        Assert.Equal(EffectVerdict.Worked, Judge((100, 80, 70), (60, 20, 60), EffectCourse.Unknown));
        Assert.Equal(EffectVerdict.Worse, Judge((100, 40, 60), (200, 150, 70), EffectCourse.Unknown));
    }

    [Fact]
    public void By_day_a_change_greater_than_hours_of_a_day_differ_tells_it_without_a_past()
    {
        Assert.Equal(EffectVerdict.Worked, Judge((60, 60, 60), (10, 10, 60), ByDay));
        Assert.Equal(EffectVerdict.Worse, Judge((60, 60, 60), (200, 200, 60), ByDay));
        Assert.Equal(EffectVerdict.NoEffect, Judge((60, 60, 60), (58, 58, 60), ByDay));
        Assert.Equal(EffectVerdict.CannotTell, Judge((60, 60, 60), (42, 42, 60), ByDay));
    }

    [Fact]
    public void Nothing_before_and_nothing_after_is_too_few() =>
        Assert.Equal(EffectVerdict.TooFew, Judge((0, 0, 0), (0, 0, 0), Level));

    [Fact]
    public void What_could_not_be_read_says_nothing()
    {
        var (before, after) = (Talked("08:00", 60, 60, 60), Talked("11:00", 0, 0, 20));
        var (verdict, reason) = EffectJudge.Judge(
            new EffectReadings(before, after with { Unread = true }) { Course = Level },
            new EffectPlan()
        );
        Assert.Equal(EffectVerdict.CannotTell, verdict);
        Assert.StartsWith("Sources could not be read after it, which says nothing:", reason, StringComparison.Ordinal);
        Assert.Equal(EffectVerdict.Worked, Judge((60, 60, 60), (0, 0, 20), Level));
    }

    [Fact]
    public void Judging_an_effect_says_the_figures_that_decided()
    {
        var (before, after) = (Talked("08:00", 100, 80, 70), Talked("11:00", 60, 30, 40));
        Assert.Equal(
            "Less is negative than before: negative mentions per hour 80 before, 30 after; negative share 80 % "
                + "before, 50 % after; risk index 70 before, 40 after.",
            EffectJudge.Judge(new EffectReadings(before, after), new EffectPlan()).Reason
        );
        Assert.Equal(
            "Less is negative than expected: negative mentions per hour 80 before, 30 after, 80 expected at that hour; "
                + "negative share 80 % before, 50 % after; risk index 70 before, 40 after.",
            EffectJudge.Judge(new EffectReadings(before, after) { Course = Level }, new EffectPlan()).Reason
        );
    }
}
