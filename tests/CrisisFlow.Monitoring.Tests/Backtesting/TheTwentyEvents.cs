using System.Globalization;
using CrisisFlow.Testing;
using CrisisFlow.Testing.Events;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

/// <summary>
/// Today's figures over real events, with the default settings for all of them. A false day is a calendar day in
/// Asia/Shanghai before
/// onset on which orange or red was raised, over thirty days for each event. The bars hold for the first twenty events
/// (to June 2022),
/// which the word lists were written against; the twenty-six later ones show what those lists are worth elsewhere, and
/// have no bar yet.
/// </summary>
public sealed class TheTwentyEvents
{
    private static readonly Lazy<Task<EventTotals?>> All = new(ReplayAsync);

    [Fact(Timeout = 120_000)]
    public async Task Crises_are_found_within_a_day()
    {
        var totals = await TotalsAsync();
        Assert.True(
            totals.FoundWithinADay >= 16,
            $"{totals.FoundWithinADay} of {totals.Crises} crises are found within 24 hours; at least 16 are wanted."
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task The_median_delay_is_within_an_hour()
    {
        var totals = await TotalsAsync();
        Assert.True(
            totals.MedianDelay <= TimeSpan.FromHours(1),
            $"The median delay is {totals.MedianDelay}; at most 1:00:00 is wanted."
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Few_days_before_onset_are_false()
    {
        var totals = await TotalsAsync();
        Assert.True(
            totals.FalseDaysPerBrandDay <= 0.01,
            $"{totals.FalseDaysPerBrandDay:0.0000} false days per brand-day; at most 0.01 is wanted."
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task No_benign_surge_is_alarmed()
    {
        var totals = await TotalsAsync();
        Assert.True(
            totals.BenignAlarmed == 0,
            $"{totals.BenignAlarmed} of {totals.Benign} benign surges are alarmed; none is wanted."
        );
    }

    /// <summary>The figures as they stand; a change that moves them says so here.</summary>
    [Fact(Timeout = 120_000)]
    public async Task The_figures_of_the_events_are_todays()
    {
        Assert.Equal(
            "found 17 of 17, within a day 17, median 0.0 h, 5 false days of 600, 0 of 3 benign alarmed",
            Figures(await TotalsAsync())
        );
        Assert.Equal(
            "found 21 of 21, within a day 20, median 0.0 h, 30 false days of 780, 5 of 5 benign alarmed",
            Figures(await TotalsAsync(later: true))
        );
    }

    private static string Figures(EventTotals totals) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"found {totals.Found} of {totals.Crises}, within a day {totals.FoundWithinADay}, "
                + $"median {totals.MedianDelay.TotalHours:0.0} h, "
        )
        + $"{totals.FalseDays} false days of {totals.BrandDays}, "
        + $"{totals.BenignAlarmed} of {totals.Benign} benign alarmed";

    private static async Task<EventTotals> TotalsAsync(bool later = false)
    {
        if (await All.Value is not { } totals)
        {
            Assert.Skip("The real events are not beside this checkout (../shared/data/crisis_events).");
            throw new InvalidOperationException("Assert.Skip returned.");
        }

        return new EventTotals([.. totals.Events.Where(each => each.Event.IsLater == later)]);
    }

    private static async Task<EventTotals?> ReplayAsync()
    {
        if (RepositoryRoot.Data("crisis_events") is not { } folder)
            return null;
        var figures = new List<EventFigures>();
        foreach (var each in CrisisEvent.ReadCatalogue(folder))
            figures.Add(await each.ReplayAsync(new WarningSettings()));
        return new EventTotals(figures);
    }
}
