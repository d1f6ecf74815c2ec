using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading;

/// <summary>Collects the problems of one document and keeps a flood of them from becoming a problem itself.</summary>
internal sealed class ProblemList(ReadOptions options)
{
    private readonly List<ReadProblem> _problems = [];
    private int _more;

    public ReadOptions Options { get; } = options;

    public void Add(ReadProblemKind kind, string place, string message)
    {
        if (_problems.Count < Options.Limits.Problems)
            _problems.Add(Options.Problem(kind, place, message));
        else
            _more++;
    }

    public IReadOnlyList<ReadProblem> All =>
        _more == 0
            ? _problems
            :
            [
                .. _problems,
                Options.Problem(
                    ReadProblemKind.Limit,
                    "",
                    $"{_more} further problems are not listed; at most {Options.Limits.Problems} are."
                ),
            ];

    /// <summary>A value shortened to fit into a sentence.</summary>
    public static string Quote(string value)
    {
        var clean = value.Length > 60 ? value[..60] + "…" : value;
        return string.Create(
            clean.Length,
            clean,
            static (span, text) =>
            {
                for (var i = 0; i < text.Length; i++)
                    span[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i];
            }
        );
    }

    public static string At(int line, int column) => line <= 0 ? "" : $"line {line}, column {column}";
}
