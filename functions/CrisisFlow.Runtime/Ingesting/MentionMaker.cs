using CrisisFlow.Core.Monitoring;
using CrisisFlow.Runtime.Ports;
using CrisisFlow.Runtime.Reading;

namespace CrisisFlow.Runtime.Ingesting;

/// <summary>Makes mentions of a source's items: plain text, stable id, a time that is the same at every delivery.</summary>
internal sealed class MentionMaker(IEntityStore store)
{
    /// <summary>Longer texts are kept to this many UTF-16 units; what a mention says is said by then.</summary>
    public const int TextLimit = 8_000;

    private const int TitleLimit = 1_000;

    /// <summary>A clock may be this far ahead of ours.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <returns>Null when the item says nothing.</returns>
    public async Task<Mention?> MakeAsync(string source, SourceCategory category, DocumentItem item, DateTimeOffset now, CancellationToken cancellation)
    {
        var title = Plain(HtmlText.Title(item), TitleLimit);
        var text = Plain(HtmlText.Text(item), TextLimit);
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
            Seen = dated ? Later(published!.Value, now) : await FirstSeenAsync(source, id, now, cancellation),
            Rank = item.Rank is > 0 ? item.Rank : null,
            Engagement = item.Engagement,
            Parent = Short(item.Parent),
        };
    }

    private static DateTimeOffset Later(DateTimeOffset published, DateTimeOffset now) => published > now ? published : now;

    // Insert-only: whoever comes second reads the time of whoever came first.
    private async Task<DateTimeOffset> FirstSeenAsync(string source, MentionId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var partition = StableId.Of(source);
        var key = new EntityKey(partition, id.Value);
        if (await store.GetAsync(MentionTables.Seen, key, cancellation) is { } known) return known.Properties.Time("at") ?? now;
        var first = await store.CommitAsync(MentionTables.Seen, partition, [new EntityChange.Insert(id.Value, new() { { "at", now } })], cancellation);
        return first is CommitResult.Committed ? now : (await store.GetAsync(MentionTables.Seen, key, cancellation))?.Properties.Time("at") ?? now;
    }

    private static string Plain(string plain, int limit)
    {
        var text = TextFolding.Normalize(plain);
        if (text.Length <= limit) return text;
        return char.IsHighSurrogate(text[limit - 1]) ? text[..(limit - 1)] : text[..limit];
    }

    private static string? Short(string? text) => text is { Length: > 500 } ? text[..500] : text;
}
