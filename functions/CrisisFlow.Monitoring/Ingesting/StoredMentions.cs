namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>What this process stored of one topic: how often, and up to which moment.</summary>
internal sealed class StoredMentions
{
    private readonly Lock _lock = new();
    private int _version;
    private bool _begun;
    private DateTimeOffset _latest;

    /// <summary>Counts up whenever mentions may have been stored.</summary>
    public int Version
    {
        get
        {
            lock (_lock) return _version;
        }
    }

    /// <summary>No mention in the store is later than this.</summary>
    public DateTimeOffset Latest
    {
        get
        {
            lock (_lock) return _begun ? _latest : DateTimeOffset.MaxValue;
        }
    }

    /// <summary>What was stored before this process began may lie ahead, as far as a source's clock may.</summary>
    public void Begin(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_begun) return;
            _begun = true;
            _latest = Later(_latest, now + MentionMaker.Ahead);
        }
    }

    public void Add(DateTimeOffset at)
    {
        lock (_lock)
        {
            _version++;
            _latest = Later(_latest, at);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
