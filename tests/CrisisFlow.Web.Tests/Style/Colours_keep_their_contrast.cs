using System.Globalization;
using System.Text.RegularExpressions;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests.Style;

/// <summary>WCAG 2.2, 1.4.3 at level AA: 4.5 to 1 for text, by day and by night.</summary>
public sealed partial class Colours_keep_their_contrast
{
    private static readonly (string Text, string Ground)[] Pairs =
    [
        ("ink", "page"),
        ("ink", "card"),
        ("soft", "page"),
        ("soft", "card"),
        ("accent", "page"),
        ("accent", "card"),
        ("accent-ink", "accent"),
        ("red", "card"),
        ("blue", "blue-wash"),
        ("yellow", "yellow-wash"),
        ("orange", "orange-wash"),
        ("red", "red-wash"),
        ("good", "good-wash"),
        ("none", "none-wash"),
        ("ink", "blue-wash"),
        ("ink", "yellow-wash"),
        ("ink", "red-wash"),
        ("ink", "good-wash"),
        ("soft", "blue-wash"),
        ("soft", "yellow-wash"),
        ("soft", "good-wash"),
        ("ink", "add"),
        ("ink", "drop"),
    ];

    [Theory(Timeout = 120_000)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Colours_keep_their_contrast_by_day_and_by_night(int scheme)
    {
        await using var desk = new SiteDesk();
        var style = (await desk.GetAsync("/style.css")).Text;
        var colours = Colour()
            .Matches(style.Split("@media (prefers-color-scheme: dark)")[scheme].Split("* {")[0])
            .ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));
        Assert.All(
            Pairs,
            pair =>
            {
                var (one, two) = (colours[pair.Text], colours[pair.Ground]);
                Assert.True(
                    (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05) >= 4.5,
                    $"{pair.Text} on {pair.Ground}"
                );
            }
        );
    }

    private static double Luminance(string hex)
    {
        var parts = Enumerable
            .Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6})")]
    private static partial Regex Colour();
}
