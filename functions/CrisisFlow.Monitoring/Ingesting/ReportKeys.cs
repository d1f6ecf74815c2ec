using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Where a report is looked for besides its source's own id: under its address, whichever feed it comes by, and under
/// its title within its source.
/// </summary>
internal static class ReportKeys
{
    /// <summary>How far the dates of two deliveries of one report may lie apart; no window is longer.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(72);

    /// <summary>The same where nothing but the title is equal.</summary>
    private static readonly TimeSpan NearByTitle = TimeSpan.FromHours(12);

    /// <summary>An entry that comes back to a list later is another one.</summary>
    private static readonly TimeSpan NearOnList = TimeSpan.FromHours(24);

    /// <returns>Two at most; empty when only its id tells it from others.</returns>
    public static IReadOnlyList<string> Of(Mention mention)
    {
        var title = TextFolding.FoldForMatching(mention.Title.Length > 0 ? mention.Title : mention.Text);
        // A list shows what it shows under any id; the same word on another list is another entry.
        if (mention.Category == SourceCategory.HotList)
            return [StableId.Of("list", mention.Source, title)];
        var keys = new List<string>(2);
        if (mention.Address is { } address)
            keys.Add(StableId.Of("address", address));
        // People write the same words again and again; a paper does not within a day.
        if (mention.Category == SourceCategory.News && title.Length > 0)
            keys.Add(StableId.Of("title", mention.Source, title));
        return keys;
    }

    /// <summary>Whether a mention with one of the report's keys is that report, delivered again.</summary>
    public static bool IsSame(Report report, Mention mention)
    {
        if (report.Category != mention.Category || Apart(report, mention) > Near)
            return false;
        if (mention.Category == SourceCategory.HotList)
            return report.Source == mention.Source && Apart(report, mention) <= NearOnList;
        var sameDate = report.Published is not null && report.Published == mention.Published;
        if (report.Address is { } known && mention.Address is { } address)
        {
            if (known != address)
                return IsRenamed(report, known, mention, address)
                    && (sameDate || Apart(report, mention) <= NearByTitle);
            var alike = TitleLikeness.AreAlike(report.Words, Words(mention));
            return mention.Category == SourceCategory.News
                ? alike || (sameDate && report.Source == mention.Source)
                // A thread and a shop's page hold many posts of one address.
                : alike && sameDate && report.Author == Author(mention);
        }

        return mention.Category == SourceCategory.News
            && report.Source == mention.Source
            && (sameDate || Apart(report, mention) <= NearByTitle);
    }

    /// <summary>
    /// Whether a page of an earlier document has other parameters now, such as a session of unknown name. Two that
    /// stand in one document are two.
    /// </summary>
    private static bool IsRenamed(Report report, string known, Mention mention, string address) =>
        mention.Category == SourceCategory.News
        && report.Source == mention.Source
        && report.Seen != mention.Seen
        && report.Words == Words(mention)
        && PageAddress.WithoutParameters(known) == PageAddress.WithoutParameters(address);

    /// <summary>What is compared: of news the title, since feeds shorten the text each in its way.</summary>
    public static string Words(Mention mention) =>
        TextCut.To(
            TitleLikeness.KeyOf(
                mention.Category == SourceCategory.News && mention.Title.Length > 0 ? mention.Title : mention.Whole
            ),
            Report.WordsLimit
        );

    public static string? Author(Mention mention) =>
        mention.Author is { } author ? TextFolding.FoldForMatching(author) : null;

    private static TimeSpan Apart(Report report, Mention mention) =>
        ((report.Published ?? report.Seen) - (mention.Published ?? mention.Seen)).Duration();
}

/// <summary>A report as it was seen first.</summary>
/// <param name="Address">Null when it has none of its own.</param>
/// <param name="Words">By <see cref="ReportKeys.Words"/>.</param>
internal sealed record Report(
    MentionId Id,
    string Source,
    SourceCategory Category,
    string? Address,
    string Words,
    string? Author,
    DateTimeOffset? Published,
    DateTimeOffset Seen
)
{
    /// <summary>UTF-16 units.</summary>
    public const int WordsLimit = 120;

    public static Report Of(Mention mention) =>
        new(
            mention.Id,
            mention.Source,
            mention.Category,
            mention.Address,
            ReportKeys.Words(mention),
            ReportKeys.Author(mention),
            mention.Published,
            mention.Seen
        );
}
