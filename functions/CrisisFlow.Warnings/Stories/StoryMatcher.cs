using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// Finds the story a text tells among the stories told last: equal texts, texts with small edits, and headlines quoted
/// in a longer text are one story;
/// another number, name, or a negation makes another one. Memory and time are bounded for any input: a ring of
/// stories, and an index whose
/// every place keeps only the newest few, so texts made to collide push each other out and cost nothing else. Not safe
/// for several threads.
/// </summary>
public sealed class StoryMatcher
{
    /// <summary>Two texts with this share of common shingles (Dice) are alike.</summary>
    private const double Alike = 0.58;

    /// <summary>A shorter text with this share of its shingles in the longer one is quoted there.</summary>
    private const double Quoted = 0.88;

    private const int ShortestQuote = 8;
    private const int FewestShingles = 3;
    private const int Places = 1 << 10;
    private const int Newest = 4;

    private readonly Told[] _ring;
    private readonly int[] _index = new int[Fingerprint.LaneCount * Places * Newest];
    private readonly Dictionary<ulong, int> _byContent = [];
    private readonly StoryConflict _conflict;
    private int _next;
    private int _search;

    private sealed record Told(StoryText Text, ulong Story)
    {
        public int Seen { get; set; }
    }

    /// <param name="names">Names of brands told apart, as they stand in texts; may be empty.</param>
    /// <param name="capacity">Texts remembered, 16 to 65536; about 1 KB each.</param>
    public StoryMatcher(IReadOnlyList<string> names, int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 65536);
        _ring = new Told[capacity];
        _conflict = new StoryConflict([
            .. names.Select(name => TextFolding.FoldForMatching(TextFolding.Normalize(name))),
        ]);
    }

    /// <summary>Finds the story, and remembers the text if it is a new one.</summary>
    /// <param name="title">Normal text; may be empty.</param>
    /// <param name="text">Normal text; may be empty.</param>
    /// <returns>
    /// The story's id: the content hash of the mention that told it first. Mentions of one story share it.
    /// </returns>
    public ulong Match(string title, string text) => Match(StoryText.Of(title, text), known: null);

    /// <summary>Puts back what was found before a restart, oldest first.</summary>
    public void Remember(string title, string text, ulong story) => Match(StoryText.Of(title, text), story);

    private ulong Match(StoryText text, ulong? known)
    {
        var fingerprint = text.Fingerprint;
        if (_byContent.TryGetValue(fingerprint.Content, out var slot))
            return _ring[slot].Story;
        if (known is null && Find(text) is { } told)
            return told.Story;
        var story = known ?? fingerprint.Content;
        Add(new Told(text, story));
        return story;
    }

    private Told? Find(StoryText text)
    {
        if (text.Shingles.Length < FewestShingles)
            return null;
        Told? best = null;
        var bestLikeness = 0.0;
        _search++;
        for (var lane = 0; lane < Fingerprint.LaneCount; lane++)
        {
            var place = Place(lane, text.Fingerprint.Lane(lane));
            for (var i = 0; i < Newest; i++)
            {
                var slot = _index[place + i] - 1;
                if (slot < 0 || _ring[slot] is not { } candidate || candidate.Seen == _search)
                    continue;
                candidate.Seen = _search;
                var likeness = Likeness(text.Shingles, candidate.Text.Shingles);
                if (likeness > bestLikeness && !_conflict.Differ(text, candidate.Text))
                    (best, bestLikeness) = (candidate, likeness);
            }
        }

        return best;
    }

    private void Add(Told told)
    {
        var slot = _next;
        _next = (_next + 1) % _ring.Length;
        if (_ring[slot] is { } oldest)
            _byContent.Remove(oldest.Text.Fingerprint.Content);
        _ring[slot] = told;
        _byContent[told.Text.Fingerprint.Content] = slot;
        if (told.Text.Shingles.Length < FewestShingles)
            return;
        for (var lane = 0; lane < Fingerprint.LaneCount; lane++)
        {
            var place = _index.AsSpan(Place(lane, told.Text.Fingerprint.Lane(lane)), Newest);
            place[..^1].CopyTo(place[1..]);
            place[0] = slot + 1;
        }
    }

    private static int Place(int lane, ushort value) => (lane * Places + (value & (Places - 1))) * Newest;

    /// <summary>0 when not alike; else how much.</summary>
    private static double Likeness(uint[] left, uint[] right)
    {
        var common = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length; )
        {
            if (left[i] == right[j])
                common++;
            if (left[i] <= right[j])
            {
                if (left[i] == right[j])
                    j++;
                i++;
            }
            else
                j++;
        }

        var dice = 2.0 * common / (left.Length + right.Length);
        var shorter = Math.Min(left.Length, right.Length);
        return dice >= Alike || (shorter >= ShortestQuote && common >= Quoted * shorter) ? dice : 0;
    }
}
