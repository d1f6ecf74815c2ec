namespace CrisisFlow.Monitoring.Polling.Health;

public enum SourceCondition
{
    /// <summary>Not polled yet.</summary>
    New,
    Ok,

    /// <summary>Answers, but has had nothing new for longer than its setting allows.</summary>
    Quiet,

    /// <summary>Failed as often in a row as its setting allows.</summary>
    Failing,

    /// <summary>Permanently gone; not polled again until its address changes.</summary>
    Gone,
}

/// <summary>How a source is doing: a value, changed only by <see cref="SourceHealthRules"/>.</summary>
public sealed record SourceHealth
{
    public required string Source { get; init; }

    /// <summary>The address this is about; another one in the settings starts afresh.</summary>
    public required string Url { get; init; }

    public SourceCondition Condition { get; init; }

    /// <summary>When it answered last as it should; null = never.</summary>
    public DateTimeOffset? LastOk { get; init; }

    public DateTimeOffset? LastTry { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>What was wrong last, in a sentence; empty when nothing is.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Items that were new, ever.</summary>
    public long ItemsSeen { get; init; }

    /// <summary>When it last had something new or, before that, was first polled.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>When it is polled next.</summary>
    public required DateTimeOffset Due { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>When it was last fetched without conditions.</summary>
    public DateTimeOffset? FullFetch { get; init; }

    /// <summary>
    /// Its permanent redirect, and how often in a row; from the third time on it is polled there.
    /// </summary>
    public string? MovedTo { get; init; }

    public int MovedTimes { get; init; }

    /// <summary>
    /// Whole hours that its latest new items are dated ahead (behind when below 0) of when they came.
    /// </summary>
    public int OffHours { get; init; }

    /// <summary>How many new items in a row were dated like that.</summary>
    public int OffItems { get; init; }

    /// <summary>Short hashes of the items of the last document, eight hexadecimal digits each.</summary>
    public string LastItems { get; init; } = "";

    /// <summary>Since when it cannot be read: its last good answer, or its first failure; null = it can.</summary>
    public DateTimeOffset? UnreadSince { get; init; }

    /// <summary>Earlier times in which it could not be read, as <see cref="UnreadSpans"/> writes them.</summary>
    public string Gaps { get; init; } = "";

    /// <summary>Where to ask: the settings' address, or the one it has moved to.</summary>
    public Uri Address =>
        MovedTimes >= 3 && Uri.TryCreate(MovedTo, UriKind.Absolute, out var moved) ? moved : new Uri(Url);
}

public enum SourceAlertKind
{
    Failing,
    Quiet,
    Gone,
    Recovered,
}

/// <summary>A source that fails or has gone quiet is itself a warning; so is its return.</summary>
/// <param name="Message">A sentence that names the source, since when, and why.</param>
public sealed record SourceAlert(string Source, SourceAlertKind Kind, DateTimeOffset At, string Message);
