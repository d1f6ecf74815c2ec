using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Web.Api;

/// <summary>
/// A mention as platforms push it: what <see cref="Reading.Pushed.MentionBody"/> reads, written down for whoever calls
/// it.
/// </summary>
[Description("A mention. It needs a title or a text; everything else is optional.")]
internal sealed record PushedMention
{
    [Description("Title, or the whole of a short post; plain text.")]
    public string? Title { get; init; }

    [Description("Plain text.")]
    public string? Text { get; init; }

    [Description("When it was published: ISO 8601 or RFC 822. Without it the mention counts from when it arrives.")]
    public string? Published { get; init; }

    [Description("The same as `published`, in seconds or milliseconds since 1970.")]
    public long? Ts { get; init; }

    [Description("The platform's own id. The same id from the same source counts once.")]
    public string? Id { get; init; }

    [Description("Web address of the original.")]
    public string? Url { get; init; }

    [Description("The platform it comes from, if one push covers several; otherwise the `source` of the query.")]
    public string? Source { get; init; }

    [Description(
        "Category of that source: hotList, news, social, forum, review or support, unless settings define it."
    )]
    public string? Category { get; init; }

    [Description("Name of the author.")]
    public string? Author { get; init; }

    [Description("Followers of the author.")]
    public long? Followers { get; init; }

    [Range(0, int.MaxValue)]
    [Description("Place on a hot list; 1 is the first, or 0 where the list of this push counts from 0.")]
    public int? Rank { get; init; }

    public long? Likes { get; init; }

    public long? Reposts { get; init; }

    public long? Comments { get; init; }

    [Description("Id of the mention that this one reposts or answers.")]
    public string? Parent { get; init; }
}
