using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>What is kept of one topic from one look to the next.</summary>
internal sealed class TopicLook(HistoryReader reader, WarningSettings settings)
{
    private readonly TopicAssessor _assessor = new(reader.History, settings);
    private DateTimeOffset? _hour;

    /// <summary>The risk index as it was saved last, and its hour.</summary>
    public (DateTimeOffset Hour, double Index) Saved { get; set; }

    /// <summary>
    /// Whether no window holds a mention and none can come to hold one before something is stored, as far as this process
    /// knows.
    /// </summary>
    public bool IsEmpty => reader.IsComplete && _assessor.IsIdle;

    /// <summary>
    /// Whether this hour was looked at: at the first look of each, hours that are over are merged and the index is saved.
    /// </summary>
    public bool IsOf(DateTimeOffset hour) => _hour == hour;

    /// <param name="alone">Whether no other process stores mentions, so that what is known to be complete is not read again.</param>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(DateTimeOffset now, bool alone, CancellationToken cancellation)
    {
        var hour = MentionTables.HourOf(now);
        if (!alone || !reader.IsComplete || !IsOf(hour)) await reader.ReadAsync(now, cancellation);
        _hour = hour;
        return _assessor.Candidates(now);
    }
}
