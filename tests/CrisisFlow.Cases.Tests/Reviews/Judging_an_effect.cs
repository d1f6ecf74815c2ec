using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using static CrisisFlow.Testing.Cases.SampleCase;

namespace CrisisFlow.Cases.Tests.Reviews;

public sealed class Judging_an_effect
{
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
    ) =>
        Assert.Equal(
            verdict,
            EffectJudge
                .Judge(
                    Talked("08:00", volume, negative, index),
                    Talked("11:00", volumeAfter, negativeAfter, indexAfter),
                    new EffectPlan()
                )
                .Verdict
        );

    [Fact]
    public void Judging_an_effect_says_the_figures_that_decided() =>
        Assert.Equal(
            "Less is negative than before: negative mentions per hour 80 before, 30 after; negative share 80 % "
                + "before, 50 % after; risk index 70 before, 40 after.",
            EffectJudge.Judge(Talked("08:00", 100, 80, 70), Talked("11:00", 60, 30, 40), new EffectPlan()).Reason
        );
}
