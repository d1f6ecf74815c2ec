using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>What the readers of one feed share.</summary>
internal sealed class FeedContext(ProblemList problems)
{
    public ProblemList Problems { get; } = problems;

    /// <summary>Where the document came from.</summary>
    public Uri? BaseUrl { get; } = FeedLinks.Absolute(problems.Options.BaseUrl);

    /// <summary>
    /// The site the feed speaks for, else the address it gives as its own; a relative link belongs there when nothing
    /// says where the document came from.
    /// </summary>
    public Uri? Site { get; set; }

    /// <summary>The feed's language, or the source's.</summary>
    public string? Language { get; set; } = problems.Options.Language;

    /// <summary>A date, or null and a problem when there is one that means nothing.</summary>
    public DateTimeOffset? Date(Element? element, int item)
    {
        if (element is null)
            return null;
        return Date(element.Text, element.Place, element.Name, item);
    }

    public DateTimeOffset? Date(string? text, string place, string field, int item)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Dates.Read(text, Problems.Options.Dates with { Language = Language }) is { } date)
            return date;
        Problems.Add(
            ReadProblemKind.Field,
            place,
            $"Item {item}: {field} '{ProblemList.Quote(text.Trim())}' is no date; it was left out."
        );
        return null;
    }

    /// <summary>
    /// The items a document may have, with a problem when it has more and one for each that was cut off.
    /// </summary>
    public IReadOnlyList<Element> Take(List<Element> items)
    {
        var cut = items.FindIndex(static item => !item.Complete);
        if (cut >= 0)
        {
            Problems.Add(ReadProblemKind.Truncated, items[cut].Place, $"Item {cut + 1} is cut off; it was left out.");
            items.RemoveAll(static item => !item.Complete);
        }

        var limit = Problems.Options.Limits.Items;
        if (items.Count <= limit)
            return items;
        Problems.Add(
            ReadProblemKind.Limit,
            items[limit].Place,
            $"The document has {items.Count} items; the first {limit} were kept."
        );
        return items.GetRange(0, limit);
    }
}
