using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Makes mentions of a source's items: plain text, stable id, the time it claims if that can be.</summary>
internal static class MentionMaker
{
    /// <summary>Longer texts are kept to this many UTF-16 units; what a mention says is said by then.</summary>
    public const int TextLimit = 8_000;

    private const int TitleLimit = 1_000;

    /// <summary>A clock may be this far ahead of ours.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <returns>Null when the item says nothing.</returns>
    public static Mention? Make(string source, SourceCategory category, DocumentItem item, DateTimeOffset now)
    {
        var title = Plain(HtmlToText.Title(item), TitleLimit);
        var text = Plain(HtmlToText.Text(item), TextLimit);
        if (title.Length == 0 && text.Length == 0) return null;
        var id = StableId.OfMention(source, item.Id, item.Link, title, text, item.Author);
        var published = item.Published ?? item.Updated;
        var dated = published is { } at && at <= now + Ahead && at.Year >= 2000;
        return new Mention
        {
            Id = id,
            Source = source,
            Category = category,
            ExternalId = Short(item.Id),
            Title = title,
            Text = text,
            Url = item.Link is { Length: <= 2_000 } ? item.Link : null,
            Author = Short(item.Author is { } author ? TextFolding.Normalize(author) : null),
            Followers = item.Followers is >= 0 ? item.Followers : null,
            Published = dated ? published : null,
            // A believed clock that is ahead moves the moment of seeing, so that published stays the time that counts.
            Seen = dated && published > now ? published.Value : now,
            Rank = item.Rank is > 0 ? item.Rank : null,
            Engagement = item.Engagement,
            Parent = Short(item.Parent),
        };
    }

    private static string Plain(string plain, int limit)
    {
        var text = TextFolding.Normalize(plain);
        if (text.Length <= limit) return text;
        return char.IsHighSurrogate(text[limit - 1]) ? text[..(limit - 1)] : text[..limit];
    }

    private static string? Short(string? text) => text is { Length: > 500 } ? text[..500] : text;
}
