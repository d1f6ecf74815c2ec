namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>What this process stored of one topic: how often, and up to which moment.</summary>
internal sealed class StoredMentions
{
    private const long Unknown = long.MaxValue;

    private readonly Lock _lock = new();
    private int _version;
    private long _latest;
    private long _known = Unknown;

    /// <summary>Counts up whenever mentions may have been stored.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>No mention in the store is later than this, in ticks of UTC.</summary>
    public long Latest => Volatile.Read(ref _known);

    /// <summary>What was stored before this process began may lie ahead, as far as a source's clock may.</summary>
    public void Begin(DateTimeOffset now)
    {
        if (Latest != Unknown)
            return;
        lock (_lock)
            Volatile.Write(ref _known, _latest = Math.Max(_latest, (now + MentionMaker.Ahead).UtcTicks));
    }

    public void Add(DateTimeOffset at)
    {
        lock (_lock)
        {
            _latest = Math.Max(_latest, at.UtcTicks);
            if (_known != Unknown)
                Volatile.Write(ref _known, _latest);
            Volatile.Write(ref _version, _version + 1);
        }
    }
}
