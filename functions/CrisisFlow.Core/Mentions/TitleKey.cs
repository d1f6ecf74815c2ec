namespace CrisisFlow.Core.Mentions;

/// <summary>A title made ready to be compared with many others by <see cref="TitleLikeness"/>.</summary>
public sealed class TitleKey
{
    private readonly uint[] _pairs;

    private TitleKey(string text) => (Text, _pairs) = (text, TitleLikeness.Pairs(text));

    /// <summary>Equal for titles that differ in counters, marks, digits and punctuation alone.</summary>
    public string Text { get; }

    /// <param name="title">Plain text.</param>
    public static TitleKey Of(string title) => new(TitleLikeness.KeyOf(title));

    public bool IsLike(TitleKey other) => Text == other.Text || TitleLikeness.AreAlike(_pairs, other._pairs);
}
