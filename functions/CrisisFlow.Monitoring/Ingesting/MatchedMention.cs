using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>A mention that matches a topic.</summary>
/// <param name="Folded">Its whole text, folded for matching: folded once, and handed on to scoring.</param>
public sealed record MatchedMention(Mention Mention, string Folded)
{
    /// <summary>A mention that came alone, through a queue.</summary>
    public static MatchedMention Of(Mention mention) => new(mention, TextFolding.FoldForMatching(mention.Whole));
}
