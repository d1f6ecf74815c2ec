using CrisisFlow.Scoring;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class Bundling
{
    private static readonly Candidate[] Four =
    [
        Story(50, "吃出玻璃"),
        Story(52, "工厂拖欠工资", RiskCategory.Labour),
        Story(47, "系统瘫痪无法下单", RiskCategory.Outage),
        Story(55, "高管被带走调查", RiskCategory.Legal),
    ];

    [Fact]
    public void A_fifth_story_that_is_graver_takes_the_place_of_the_least_and_is_mailed()
    {
        var leak = Story(69.2, "用户信息泄露", RiskCategory.DataLeak);
        var warning = FourOpen();
        var events = warning.When(Assess(Noon.AddHours(2), [.. Four, leak]));

        var raised = Assert.Single(events.OfType<WarningEvent.Raised>());
        Assert.Equal(("用户信息泄露", Level.None, true), (raised.Story, raised.From, raised.Mail));
        var cleared = Assert.Single(events.OfType<WarningEvent.Cleared>());
        Assert.Equal(
            ("系统瘫痪无法下单", WarningReason.Bundled, raised.Warning),
            (cleared.Story, cleared.Reason, cleared.Into)
        );
        Assert.Equal(4, warning.Watching.Open.Length);
        Assert.DoesNotContain(events, one => one is WarningEvent.HeldBack { Reason: WarningReason.BiggerWarning });
        // The one that made room is not told again, minute after minute.
        for (var minute = 1; minute < 600; minute++)
            Assert.Empty(warning.When(Assess(Noon.AddHours(2).AddMinutes(minute), [.. Four, leak])));
    }

    [Fact]
    public void A_fifth_story_that_is_not_graver_is_told_once_within_the_least_warning()
    {
        var boycott = Story(45, "网友发起抵制", RiskCategory.FalseAdvertising);
        var warning = FourOpen();
        var least = warning.Watching.Open.Single(open => open.Story == "系统瘫痪无法下单");
        var events = warning.When(Assess(Noon.AddHours(2), [.. Four, boycott]));

        var raised = Assert.Single(events.OfType<WarningEvent.Raised>());
        Assert.Equal(
            ("网友发起抵制", least.Id, WarningReason.Bundled, true),
            (raised.Story, raised.Warning, raised.Reason, raised.Mail)
        );
        Assert.Equal(WarningReason.Bundled, Assert.Single(events.OfType<WarningEvent.HeldBack>()).Reason);
        var after = warning.Watching.Open.Single(open => open.Id == least.Id);
        Assert.Equal((least.Story, least.Index, least.Reason), (after.Story, after.Index, after.Reason));
        Assert.Contains(after.Evidence, one => one.Title == "网友发起抵制");
        for (var minute = 1; minute < 600; minute++)
            Assert.Empty(warning.When(Assess(Noon.AddHours(2).AddMinutes(minute), [.. Four, boycott])));
    }

    [Fact]
    public void A_grave_story_below_a_red_warning_is_told_once_within_it()
    {
        var warning = Warning.Given(Assess(Noon, Story(75)));
        var leak = Story(60, "用户信息泄露", RiskCategory.DataLeak);
        var raised = Assert.Single(
            warning.When(Assess(Noon.AddHours(1), Story(75), leak)).OfType<WarningEvent.Raised>()
        );
        Assert.Equal(("brand.0001", WarningReason.Bundled, true), (raised.Warning, raised.Reason, raised.Mail));
        for (var minute = 1; minute < 600; minute++)
            Assert.Empty(warning.When(Assess(Noon.AddHours(1).AddMinutes(minute), Story(75), leak)));
    }

    [Fact]
    public void A_harmless_or_yellow_story_below_a_red_warning_stays_held_back()
    {
        var warning = Warning.Given(Assess(Noon, Story(75)));
        var events = warning.When(
            Assess(
                Noon.AddHours(1),
                Story(75),
                Story(60, "用户信息泄露", RiskCategory.DataLeak, named: false, voices: 99),
                Story(40, "工厂拖欠工资", RiskCategory.Labour)
            )
        );
        Assert.All(events, one => Assert.IsType<WarningEvent.HeldBack>(one));
    }

    [Fact]
    public void A_fourth_story_is_a_warning_of_its_own()
    {
        var warning = FourOpen();
        Assert.Equal(4, warning.Watching.Open.Length);
        Assert.All(warning.Watching.Open, open => Assert.NotEqual(WarningReason.Bundled, open.Reason));
    }

    [Fact]
    public void A_story_above_all_four_takes_them_in_as_before()
    {
        var warning = FourOpen();
        var events = warning.When(
            Assess(Noon.AddHours(2), [.. Four, Story(80, "用户信息泄露", RiskCategory.DataLeak)])
        );
        Assert.All(events.OfType<WarningEvent.Cleared>(), one => Assert.Equal(WarningReason.BiggerWarning, one.Reason));
        Assert.Single(warning.Watching.Open);
    }

    [Fact]
    public void A_level_is_not_lowered_while_it_is_unknown_and_is_afterwards()
    {
        var warning = Warning.Given(Assess(Noon, Story(50)));
        var id = Assert.Single(warning.Watching.Open).Id;
        var unknown = Assess(Noon.AddHours(30)) with { Unknown = new HashSet<string> { id } };
        Assert.Empty(warning.When(unknown));
        Assert.Empty(warning.When(unknown with { At = Noon.AddDays(9) }));
        var rises = Assess(Noon.AddDays(10), Story(80)) with { Unknown = new HashSet<string> { id } };
        Assert.IsType<WarningEvent.Raised>(Assert.Single(warning.When(rises)));
        Assert.IsType<WarningEvent.Cleared>(Assert.Single(warning.When(Assess(Noon.AddDays(11)))));
    }

    private static Warning FourOpen()
    {
        var warning = new Warning();
        for (var i = 0; i < Four.Length; i++)
            Assert.Single(
                warning.When(Assess(Noon.AddMinutes(30 * i), [.. Four.Take(i + 1)])).OfType<WarningEvent.Raised>()
            );
        return warning;
    }
}
