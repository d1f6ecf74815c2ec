using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Values;

/// <summary>
/// Months written in German, French, Spanish, Italian, Portuguese, Dutch, Hungarian, Greek and Russian, rewritten as
/// English ones.
/// </summary>
internal static partial class MonthWords
{
    private static readonly string[] English =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    private static readonly string[] Others =
    [
        "janvier janv januar jänner enero ene gennaio gen janeiro januari január ιαν ιανουαρίου январь января янв",
        "février févr fév februar febrero febbraio fevereiro fev februari február φεβ φεβρουαρίου февраль февраля фев",
        "mars märz mär mrz marzo março maart mrt március μάρ μαρτίου март марта мар",
        "avril avr april abril abr aprile április απρ απριλίου апрель апреля апр",
        "mai mayo maggio mag maio mei május μάι μαΐου май мая",
        "juin juni junio giugno giu junho június ιούν ιουνίου июнь июня июн",
        "juillet juil juli julio luglio lug julho július ιούλ ιουλίου июль июля июл",
        "août aout agosto ago augustus augusztus αύγ αυγούστου август августа авг",
        "septembre sept septiembre setiembre settembre set setembro szeptember σεπ σεπτεμβρίου сентябрь сентября сен",
        "octobre oktober okt octubre ottobre ott outubro out október οκτ οκτωβρίου октябрь октября окт",
        "novembre noviembre novembro νοέ νοεμβρίου ноябрь ноября ноя",
        "décembre déc dezember dez diciembre dic dicembre dezembro december δεκ δεκεμβρίου декабрь декабря дек",
    ];

    private static readonly FrozenDictionary<string, int> Months = Others
        .SelectMany(static (words, month) => words.Split(' ').Append(English[month]).Select(word => (word, month)))
        .ToFrozenDictionary(static pair => pair.word, static pair => pair.month, StringComparer.OrdinalIgnoreCase);

    public static string Replace(string text)
    {
        var english = Words()
            .Replace(
                text,
                static word =>
                    word.Value is "de" or "del" ? ""
                    : Months.TryGetValue(word.Value, out var month) ? English[month]
                    : word.Value
            );
        if (
            YearFirst().Match(english) is not { Success: true } date
            || !Months.TryGetValue(date.Groups["month"].Value, out var number)
        )
            return Single(english);
        return Single($"{date.Groups["year"].Value}-{number + 1}-{date.Groups["day"].Value}{english[date.Length..]}");
    }

    private static string Single(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words();

    [GeneratedRegex(
        @"^(?<year>\d{4})[-./, ]{1,2}(?<month>[a-z]{3})[-./, ]{1,2}(?<day>\d{1,2})\.?(?!\d)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex YearFirst();
}
