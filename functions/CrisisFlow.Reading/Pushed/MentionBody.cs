using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Reading.Decoding;
using CrisisFlow.Reading.Json;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Pushed;

/// <param name="Items">In the body's order.</param>
/// <param name="Problems">One for each item or field that could not be taken, naming its place.</param>
/// <param name="Refused">True when nothing of the body was taken: it is too big, empty or no JSON at all.</param>
public sealed record MentionBodyResult(
    IReadOnlyList<DocumentItem> Items,
    IReadOnlyList<ReadProblem> Problems,
    bool Refused
)
{
    /// <summary>How many items of the body could not be taken.</summary>
    public int LeftOut { get; init; }
}

/// <summary>
/// The body of <c>POST /mentions</c>: one object, an array, an object a line (NDJSON), or CSV, each with the fields of
/// an archive's line:
/// <c>ts</c> or <c>published</c>, <c>title</c> and optionally <c>id, text, url, source, rank, likes, reposts, comments,
/// followers, author, parent</c>, and <c>category</c>.
/// </summary>
public static class MentionBody
{
    /// <summary>Bytes of a body: 4 MiB.</summary>
    public const int BytesLimit = 4 * 1024 * 1024;

    /// <summary>Items of a body: 5,000.</summary>
    public const int ItemsLimit = 5_000;

    private static readonly ReadLimits Limits = new()
    {
        Items = ItemsLimit,
        Bytes = BytesLimit,
        Problems = 200,
    };

    /// <param name="source">
    /// The sender, named in problems; also counts for items that name no source.
    /// </param>
    /// <param name="dates">What the sender's dates leave open.</param>
    public static MentionBodyResult Read(ReadOnlyMemory<byte> body, string source, DateContext? dates = null)
    {
        dates ??= DateContext.None;
        var problems = new ProblemList(
            new ReadOptions
            {
                Source = source,
                Language = dates.Language,
                Zone = dates.Zone,
                LocalZone = dates.Local,
                Now = dates.Now,
                Limits = Limits,
                ReadsCategories = true,
            }
        );
        if (body.Length > BytesLimit)
            return Refuse(problems, ReadProblemKind.Limit, "", $"The body has more than {BytesLimit} bytes.");
        var text = TextDecoder.Decode(body.Span, problems).Trim('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
            return Refuse(problems, ReadProblemKind.Empty, "", "The body is empty.");

        Document read;
        try
        {
            using var whole = JsonDocument.Parse(JsonEscapes.Repair(text));
            read = JsonLines.Read(whole.RootElement, problems, DocumentKind.JsonLines);
        }
        catch (JsonException error)
        {
            if (JsonLines.Looks(text))
                read = JsonLines.Read(text, problems);
            else if (text[0] is not ('{' or '[' or '<') && CsvItems.Looks(text))
                read = CsvItems.Read(text, problems);
            else
                return Refuse(
                    problems,
                    ReadProblemKind.Malformed,
                    ProblemList.At((int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1),
                    "The body must be a JSON object, an array of objects, one object per line, or CSV with a title "
                        + "or text column."
                );
        }

        read = PromisedPlain.Tell(read, problems);
        return new(read.Items, problems.All, false) { LeftOut = read.LeftOut };
    }

    private static MentionBodyResult Refuse(ProblemList problems, ReadProblemKind kind, string place, string message)
    {
        problems.Add(kind, place, message);
        return new([], problems.All, true);
    }
}
