using System.Globalization;

namespace CrisisFlow.Settings;

/// <summary>Lengths of time as people write them: 90s, 15m, 2h, 1d, 1h30m, or hh:mm:ss.</summary>
public static class Durations
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        text = text.Trim();
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
        var (start, any) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) || text[i] == '.')
                continue;
            if (
                !double.TryParse(
                    text.AsSpan(start, i - start),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number > 1e6
            )
                return false;
            TimeSpan? unit = text[i] switch
            {
                's' => TimeSpan.FromSeconds(1),
                'm' => TimeSpan.FromMinutes(1),
                'h' => TimeSpan.FromHours(1),
                'd' => TimeSpan.FromDays(1),
                _ => null,
            };
            if (unit is null)
                return false;
            (value, start, any) = (value + (unit.Value * number), i + 1, true);
        }

        return any && start == text.Length;
    }

    /// <summary>The shortest of the forms that <see cref="TryParse"/> reads: 1d, 1h30m, 45s, 0s.</summary>
    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
            return "0s";
        var text = value < TimeSpan.Zero ? "-" : "";
        value = value.Duration();
        if (value.Days > 0)
            text += $"{value.Days}d";
        if (value.Hours > 0)
            text += $"{value.Hours}h";
        if (value.Minutes > 0)
            text += $"{value.Minutes}m";
        var seconds = value.Seconds + (value.Milliseconds / 1000.0);
        return seconds > 0 ? text + seconds.ToString("0.###", CultureInfo.InvariantCulture) + "s" : text;
    }
}
