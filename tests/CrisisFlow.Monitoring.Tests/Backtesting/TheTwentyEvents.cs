using CrisisFlow.Testing;
using CrisisFlow.Testing.Events;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

/// <summary>
/// Today's figures over real events, with the default settings for all of them. A false day is a calendar day in Asia/Shanghai before
/// onset on which orange or red was raised, over thirty days for each event. The bars hold for the first twenty events (to June 2022),
/// which the word lists were written against; the twenty-six later ones show what those lists are worth elsewhere, and have no bar yet.
/// </summary>
public sealed class TheTwentyEvents
{
    private static readonly Lazy<EventTotals?> All = new(() => RepositoryRoot.Data("crisis_events") is { } folder
        ? new EventTotals([.. CrisisEvent.ReadCatalogue(folder).Select(each => each.Replay(new WarningSettings()))])
        : null);

    [Fact]
    public void Crises_are_found_within_a_day() =>
        Assert.True(Totals().FoundWithinADay >= 16, $"{Totals().FoundWithinADay} of {Totals().Crises} crises are found within 24 hours; at least 16 are wanted.");

    [Fact]
    public void The_median_delay_is_within_an_hour() =>
        Assert.True(Totals().MedianDelay <= TimeSpan.FromHours(1), $"The median delay is {Totals().MedianDelay}; at most 1:00:00 is wanted.");

    [Fact]
    public void Few_days_before_onset_are_false() =>
        Assert.True(Totals().FalseDaysPerBrandDay <= 0.01, $"{Totals().FalseDaysPerBrandDay:0.0000} false days per brand-day; at most 0.01 is wanted.");

    [Fact]
    public void No_benign_surge_is_alarmed() =>
        Assert.True(Totals().BenignAlarmed == 0, $"{Totals().BenignAlarmed} of {Totals().Benign} benign surges are alarmed; none is wanted.");

    /// <summary>The figures as they stand; a change that moves them says so here.</summary>
    [Fact]
    public void The_figures_of_the_events_are_todays()
    {
        Assert.Equal("found 17 of 17, within a day 17, median 0.0 h, 5 false days of 600, 0 of 3 benign alarmed", Figures(Totals()));
        Assert.Equal("found 21 of 21, within a day 20, median 0.0 h, 30 false days of 780, 5 of 5 benign alarmed", Figures(Totals(later: true)));
    }

    private static string Figures(EventTotals totals) => FormattableString.Invariant(
        $"found {totals.Found} of {totals.Crises}, within a day {totals.FoundWithinADay}, median {totals.MedianDelay.TotalHours:0.0} h, ")
        + $"{totals.Events.Sum(each => each.FalseDays.Count)} false days of {totals.Events.Count * CrisisEvent.DaysBefore}, "
        + $"{totals.BenignAlarmed} of {totals.Benign} benign alarmed";

    private static EventTotals Totals(bool later = false)
    {
        if (All.Value is not { } totals)
        {
            Assert.Skip("The real events are not beside this checkout (../shared/data/crisis_events).");
            throw new InvalidOperationException("Assert.Skip returned.");
        }

        return new EventTotals([.. totals.Events.Where(each => each.Event.Id.StartsWith('k') == later)]);
    }
}
