using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Terms;
using CrisisFlow.Warnings.Comparing;
using CrisisFlow.Warnings.Spreading;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Monitoring.Listening;

/// <summary>
/// What is being said about a topic. Texts in it came from outside: encode them where they are shown.
/// </summary>
/// <param name="From">Inclusive; <paramref name="Until"/> less <see cref="TalkReader.Window"/>.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Read">
/// Mentions of the window that terms, stories and spread were made from, newest hours first; at most
/// <see cref="TalkReader.MostMentions"/>.
/// </param>
/// <param name="Before">Mentions of the time before that terms were compared with; at most as many.</param>
/// <param name="Stories">Told most first.</param>
/// <param name="Path">How everything read spread: sources in order of their first mention, mentions by reach.</param>
/// <param name="Voices">Every topic's counts; always complete, however much was read.</param>
public sealed record Talk(
    TopicId Topic,
    DateTimeOffset From,
    DateTimeOffset Until,
    int Read,
    int Before,
    IReadOnlyList<HotTerm> Terms,
    IReadOnlyList<ToldStory> Stories,
    SpreadPath Path,
    Comparison Voices
)
{
    /// <summary>Mentions by their id, as far as <see cref="Path"/> or a story names them.</summary>
    public required IReadOnlyDictionary<MentionId, Mention> Mentions { get; init; }
}

/// <summary>One story and the way it took.</summary>
/// <param name="First">Its first mention in the window.</param>
public sealed record ToldStory(StoryLine Line, Mention First, SpreadPath Path);
