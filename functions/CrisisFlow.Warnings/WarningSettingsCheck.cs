using System.Globalization;

namespace CrisisFlow.Warnings;

/// <param name="Setting">As settings files write it: warnings.enterOrange.</param>
/// <param name="What">What is wrong with it, with value and limit, to follow its name: "is 120; it must lie between 0
/// and 100."</param>
public sealed record WarningSettingFailure(string Setting, string What)
{
    public override string ToString() => $"{Setting} {What}";
}

/// <summary>What is wrong with a set of warning settings: every failure at once.</summary>
public static class WarningSettingsCheck
{
    private const string Prefix = "warnings.";

    private static readonly Level[] Levels = [Level.Blue, Level.Yellow, Level.Orange, Level.Red];

    public static IReadOnlyList<WarningSettingFailure> Failures(WarningSettings settings)
    {
        var failures = new List<WarningSettingFailure>();
        void Add(string name, string what) => failures.Add(new(Shown(name), what));
        foreach (var setting in WarningSetting.All)
        {
            var value = setting.Get(settings);
            if (!(value >= setting.Least && value <= setting.Most))
                Add(
                    setting.Name,
                    $"is {Text(value)}; it must lie between {Text(setting.Least)} and {Text(setting.Most)}."
                );
        }
        foreach (var level in Levels)
        {
            var (leave, enter) = (settings.Leave(level), settings.Enter(level));
            if (leave > enter)
                Add(
                    $"Leave{level}",
                    $"is {Text(leave)}; it must not exceed {Shown($"Enter{level}")}, which is {Text(enter)}."
                );
        }
        for (var i = 1; i < Levels.Length; i++)
        {
            var (below, enter) = (settings.Enter(Levels[i - 1]), settings.Enter(Levels[i]));
            if (enter <= below)
                Add(
                    $"Enter{Levels[i]}",
                    $"is {Text(enter)}; it must exceed {Shown($"Enter{Levels[i - 1]}")}, which is {Text(below)}."
                );
        }
        if (WarningSetting.All.Where(setting => setting.IsWeight).All(setting => setting.Get(settings) <= 0))
            failures.Add(
                new(
                    "warnings",
                    "has every weight at 0; at least one must be greater, or no risk index is ever above 0."
                )
            );
        return failures;
    }

    /// <summary>
    /// Sets one setting from text, such as <c>warnings.enterOrange=50</c> or <c>EnterOrange=50</c>; the sentence says
    /// what is wrong, null means it was set.
    /// </summary>
    public static string? TrySet(WarningSettings settings, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return $"'{assignment}' sets nothing; write NAME=VALUE, such as warnings.enterOrange=50.";
        var name = assignment[..equals].Trim();
        var text = assignment[(equals + 1)..].Trim();
        if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            name = name[Prefix.Length..];
        if (WarningSetting.Find(name) is not { } setting)
            return $"There is no warning setting '{name}'; known are "
                + $"{string.Join(", ", WarningSetting.All.Select(s => Shown(s.Name)))}.";
        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
        )
            return $"{Shown(setting.Name)} is '{text}'; it must be a number between {Text(setting.Least)} and "
                + $"{Text(setting.Most)}.";
        setting.Set(settings, value);
        return null;
    }

    /// <summary>As settings files write it.</summary>
    private static string Shown(string name) => Prefix + WarningSetting.Find(name)!.Key;

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
