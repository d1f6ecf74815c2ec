using System.Globalization;

namespace CrisisFlow.Warnings;

/// <summary>What is wrong with a set of warning settings: every failure at once, each naming setting, value and limit.</summary>
public static class WarningSettingsCheck
{
    private const string Prefix = "warnings.";

    private static readonly Level[] Levels = [Level.Blue, Level.Yellow, Level.Orange, Level.Red];

    public static IReadOnlyList<string> Failures(WarningSettings settings)
    {
        var failures = new List<string>();
        foreach (var setting in WarningSetting.All)
        {
            var value = setting.Get(settings);
            if (!(value >= setting.Least && value <= setting.Most))
                failures.Add($"{Shown(setting.Name)} is {Text(value)}; it must lie between {Text(setting.Least)} and {Text(setting.Most)}.");
        }
        foreach (var level in Levels)
        {
            if (settings.Leave(level) > settings.Enter(level))
                failures.Add(
                    $"{Shown($"Leave{level}")} is {Text(settings.Leave(level))}; it must not exceed {Shown($"Enter{level}")}, which is {Text(settings.Enter(level))}.");
        }
        for (var i = 1; i < Levels.Length; i++)
        {
            if (settings.Enter(Levels[i]) <= settings.Enter(Levels[i - 1]))
                failures.Add(
                    $"{Shown($"Enter{Levels[i]}")} is {Text(settings.Enter(Levels[i]))}; it must exceed {Shown($"Enter{Levels[i - 1]}")}, which is {Text(settings.Enter(Levels[i - 1]))}.");
        }
        if (WarningSetting.All.Where(IsWeight).All(setting => setting.Get(settings) <= 0))
            failures.Add("Every weight of warnings (warnings.weight...) is 0; at least one must be greater, or no risk index is ever above 0.");
        return failures;
    }

    /// <summary>Sets one setting from text, such as <c>warnings.enterOrange=50</c> or <c>EnterOrange=50</c>; the sentence says what is wrong, null means it was set.</summary>
    public static string? TrySet(WarningSettings settings, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return $"'{assignment}' sets nothing; write NAME=VALUE, such as warnings.enterOrange=50.";
        var name = assignment[..equals].Trim();
        var text = assignment[(equals + 1)..].Trim();
        if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) name = name[Prefix.Length..];
        if (WarningSetting.Find(name) is not { } setting)
            return $"There is no warning setting '{name}'; known are {string.Join(", ", WarningSetting.All.Select(s => Shown(s.Name)))}.";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return $"{Shown(setting.Name)} is '{text}'; it must be a number between {Text(setting.Least)} and {Text(setting.Most)}.";
        setting.Set(settings, value);
        return null;
    }

    /// <summary>As settings files write it.</summary>
    private static string Shown(string name) => Prefix + WarningSetting.Find(name)!.Key;

    private static bool IsWeight(WarningSetting setting) => setting.Name.StartsWith("Weight", StringComparison.Ordinal);

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
