using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>What is kept of one topic from one look to the next.</summary>
internal sealed class TopicLook(HistoryReader reader, WarningSettings settings)
{
    private readonly TopicAssessor _assessor = new(reader.History, settings);
    private DateTimeOffset _hour;
    private IReadOnlyList<Candidate> _candidates = [];

    /// <summary>The highest risk index among the candidates of the last look.</summary>
    public double Highest { get; private set; }

    /// <summary>When it was taken last.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The risk index as it was saved last, and its hour.</summary>
    public (DateTimeOffset Hour, double Index) Saved { get; set; }

    /// <summary>
    /// Whether no window holds a mention and none can come to hold one before something is stored, as far as this
    /// process knows.
    /// </summary>
    public bool IsEmpty => reader.IsComplete && _assessor.IsIdle;

    /// <summary>
    /// Whether nothing new can be read, as far as this process knows. With each hour one reading is due all the same:
    /// it merges hours that are over.
    /// </summary>
    public bool IsCurrent(DateTimeOffset hour) => hour == _hour && reader.IsComplete;

    /// <param name="mark">The topic's mark as it was just read; null when there is none.</param>
    public async Task ReadAsync(DateTimeOffset now, string? mark, CancellationToken cancellation)
    {
        await reader.ReadAsync(now, mark, cancellation);
        _hour = MentionTables.HourOf(now);
    }

    /// <summary>Warnings whose story one of these sources told.</summary>
    public IReadOnlySet<string> Unknown(WarningState state, IReadOnlyList<UnreadSpan> unread) =>
        state is WarningState.Watching watching
            ? WarningSight.Of(watching, _assessor, unread).Select(static one => one.Warning).ToHashSet()
            : new HashSet<string>();

    /// <summary>Whether one of these sources said something about the topic before it could not be read.</summary>
    public bool Misses(IReadOnlyList<UnreadSpan> unread) =>
        unread.Any(span => _assessor.Sources(span.From).Contains(span.Source));

    public IReadOnlyList<Candidate> Candidates(DateTimeOffset now)
    {
        var candidates = _assessor.Candidates(now);
        if (ReferenceEquals(candidates, _candidates))
            return candidates;
        Highest = RiskIndex.Highest(candidates);
        return _candidates = candidates;
    }
}
