namespace CrisisFlow.Warnings;

/// <summary>Many mentions by few: told, since it looks like a crowd and is none.</summary>
/// <param name="Mentions">Of the story in the long window.</param>
/// <param name="Voices">Who wrote them; an estimate above 64.</param>
public sealed record Flood(int Mentions, int Voices)
{
    private const int FewestMentions = 10;
    private const int Each = 3;

    /// <returns>Null when there are about as many voices as mentions.</returns>
    public static Flood? Of(int mentions, int voices) =>
        mentions >= FewestMentions && voices > 0 && mentions >= Each * voices ? new Flood(mentions, voices) : null;
}
