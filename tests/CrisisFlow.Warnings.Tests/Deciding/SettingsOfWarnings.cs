using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class SettingsOfWarnings
{
    private static readonly PropertyInfo[] Properties = [.. typeof(WarningSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];

    [Fact]
    public void Every_setting_can_be_set_by_its_name() =>
        Assert.Equal(Properties.Select(property => property.Name), WarningSetting.All.Select(setting => setting.Name));

    [Fact]
    public void The_ranges_are_those_of_the_attributes()
    {
        foreach (var property in Properties)
        {
            var range = property.GetCustomAttribute<RangeAttribute>();
            var setting = WarningSetting.Find(property.Name);
            Assert.Equal((range?.Minimum, range?.Maximum), (setting?.Least, setting?.Most));
        }
    }

    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(WarningSettingsCheck.Failures(new WarningSettings()));

    [Fact]
    public void Every_failure_is_told_at_once() => Assert.Equal(
        [
            "warnings.coolDown is -5; it must lie between 0 and 10080.",
            "warnings.leaveOrange is 50; it must not exceed warnings.enterOrange, which is 43.5.",
            "warnings.enterRed is 40; it must exceed warnings.enterOrange, which is 43.5.",
        ],
        WarningSettingsCheck.Failures(new WarningSettings { CoolDown = -5, LeaveOrange = 50, EnterRed = 40, LeaveRed = 30 }));

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
        Assert.StartsWith("There is no warning setting 'Enter'; known are warnings.enterBlue, warnings.leaveBlue, ", WarningSettingsCheck.TrySet(new WarningSettings(), "Enter=5"), StringComparison.Ordinal);
}
