namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class SettingsOfWarnings
{
    [Fact]
    public void Every_setting_says_what_it_does_and_has_a_default_in_its_range() =>
        Assert.All(
            WarningSetting.All,
            setting =>
            {
                Assert.InRange(setting.Get(new WarningSettings()), setting.Least, setting.Most);
                Assert.EndsWith(".", setting.Description, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void Every_indicator_has_a_weight_and_no_two_settings_share_a_name()
    {
        Assert.Equal(
            Indicator.All.Select(i => i.WeightSetting),
            WarningSetting.All.Where(setting => setting.IsWeight).Select(setting => setting.Name)
        );
        Assert.Equal(
            WarningSetting.All.Count,
            WarningSetting.All.Select(setting => setting.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
    }

    [Fact]
    public void A_weight_is_set_by_its_name_and_is_the_indicators()
    {
        var settings = new WarningSettings();
        Assert.Null(WarningSettingsCheck.TrySet(settings, "warnings.weightBurst=7"));
        Assert.Equal((7, 2), (settings.Weight(Indicator.Burst), new WarningSettings().Weight(Indicator.Burst)));
        Assert.Equal(2, settings.Weight(Indicator.Volume));
    }

    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(WarningSettingsCheck.Failures(new WarningSettings()));

    [Fact]
    public void Every_failure_is_told_at_once() =>
        Assert.Equal(
            [
                "warnings.coolDown is -5; it must lie between 0 and 10080.",
                "warnings.leaveOrange is 50; it must not exceed warnings.enterOrange, which is 43.5.",
                "warnings.enterRed is 40; it must exceed warnings.enterOrange, which is 43.5.",
            ],
            WarningSettingsCheck
                .Failures(
                    new WarningSettings
                    {
                        CoolDown = -5,
                        LeaveOrange = 50,
                        EnterRed = 40,
                        LeaveRed = 30,
                    }
                )
                .Select(f => f.ToString())
        );

    [Fact]
    public void Weights_that_are_all_zero_are_refused()
    {
        var settings = new WarningSettings();
        foreach (var indicator in Indicator.All)
            settings.SetWeight(indicator, 0);
        Assert.Equal(
            ["warnings has every weight at 0; at least one must be greater, or no risk index is ever above 0."],
            WarningSettingsCheck.Failures(settings).Select(f => f.ToString())
        );
    }

    [Theory]
    [InlineData("EnterOrange=50", null)]
    [InlineData("warnings.enterorange=50", null)]
    [InlineData("EnterOrange", "'EnterOrange' sets nothing; write NAME=VALUE, such as warnings.enterOrange=50.")]
    [InlineData("EnterOrange=high", "warnings.enterOrange is 'high'; it must be a number between 0 and 100.")]
    public void A_setting_is_set_from_text_or_says_why_not(string assignment, string? sentence)
    {
        var settings = new WarningSettings();
        Assert.Equal(sentence, WarningSettingsCheck.TrySet(settings, assignment));
        Assert.Equal(sentence is null ? 50 : 43.5, settings.EnterOrange);
    }

    [Fact]
    public void An_unknown_setting_names_the_known_ones() =>
        Assert.StartsWith(
            "There is no warning setting 'Enter'; known are warnings.enterBlue, warnings.leaveBlue, ",
            WarningSettingsCheck.TrySet(new WarningSettings(), "Enter=5"),
            StringComparison.Ordinal
        );
}
