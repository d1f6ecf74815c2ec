using System.Buffers;

namespace CrisisFlow.Scoring.Mentions;

/// <summary>
/// Praise made of bad words: "not bad at all", "problem solved". The model of tone weighs words and knows few of these,
/// so they are put plainly before it reads.
/// </summary>
internal static class Litotes
{
    private const string Plain = "good";

    private static readonly string[] Phrases =
    [
        "not bad at all",
        "not too bad",
        "not bad",
        "isn't bad",
        "wasn't bad",
        "no complaints at all",
        "no complaints",
        "no complaint",
        "no problems at all",
        "no problems",
        "no issues at all",
        "no issues",
        "can't complain",
        "cannot complain",
        "nothing wrong",
        "nothing to complain about",
        "problem was solved",
        "problem solved",
        "problem fixed",
        "problem resolved",
        "issue was resolved",
        "issue resolved",
        "issue solved",
        "issue fixed",
        "refund came fast",
        "refunded quickly",
        "quick refund",
    ];

    private static readonly SearchValues<string> Any = SearchValues.Create(Phrases, StringComparison.Ordinal);

    /// <summary>Writes "good" and blanks in the place of each; the length stays.</summary>
    public static void Put(Span<char> text)
    {
        for (var rest = text; rest.IndexOfAny(Any) is >= 0 and var at; )
        {
            var length = 1;
            foreach (var phrase in Phrases)
                if (phrase.Length > length && rest[at..].StartsWith(phrase, StringComparison.Ordinal))
                    length = phrase.Length;
            var place = rest.Slice(at, length);
            place.Fill(' ');
            Plain.CopyTo(place);
            rest = rest[(at + length)..];
        }
    }
}
