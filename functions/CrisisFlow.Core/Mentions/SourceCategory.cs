namespace CrisisFlow.Core.Mentions;

/// <summary>What kind of place a source is; it decides how one of its mentions counts.</summary>
public enum SourceCategory
{
    /// <summary>A ranked list of what is talked about most. One entry is reach, not one voice.</summary>
    HotList,
    News,
    Social,
    Forum,
    Review,
    Support,
}
