namespace CrisisFlow.Warnings;

/// <summary>What the risk index is made of. Names are stored and shown; add at the end, never rename.</summary>
public enum Indicator
{
    /// <summary>Severity of the gravest event the story names, on hot lists and in news or by several voices.</summary>
    EventSeverity,

    /// <summary>Mentions that name a risk.</summary>
    RiskHits,

    /// <summary>Hot-list entries, the higher the rank the more.</summary>
    HotList,

    /// <summary>Mentions in news.</summary>
    MediaFrequency,

    /// <summary>Mentions of any kind.</summary>
    Volume,

    /// <summary>Negative mentions.</summary>
    NegativeCount,

    /// <summary>Negative mentions among all.</summary>
    NegativeShare,

    /// <summary>Negative mentions of this hour against the hours before.</summary>
    NegativeGrowth,

    /// <summary>This hour's change of volume against the change an hour ago.</summary>
    Acceleration,

    /// <summary>This hour's volume against the same hours of other days.</summary>
    Burst,

    /// <summary>Followers reached and engagement.</summary>
    Reach,

    UniqueAuthors,

    HighFollowerAuthors,

    /// <summary>Different sources.</summary>
    Platforms,

    /// <summary>How far the mean tone fell against the days before.</summary>
    SentimentDrift,
}
