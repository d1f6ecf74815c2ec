using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Web.Team;

/// <summary>How a source is doing.</summary>
public enum SourceStatus
{
    /// <summary>Read lately, and it says something.</summary>
    Well,

    /// <summary>Not read yet since the start.</summary>
    Waiting,

    /// <summary>Reads well and has said nothing new for longer than it should.</summary>
    Quiet,

    /// <summary>The last tries failed; it is tried again.</summary>
    Failing,

    /// <summary>Not read any more: gone, or switched off in settings.</summary>
    Off,
}

/// <summary>One source as the page shows it.</summary>
/// <param name="Problem">The last failure's sentence; null when the last read went well.</param>
/// <param name="LastNew">When it last brought something not seen before.</param>
/// <param name="Pushed">Nobody asks it: it hands its mentions over itself.</param>
public sealed record SourceLine(
    string Name, SourceCategory Category, string? Url, SourceStatus Health, DateTimeOffset? LastRead, DateTimeOffset? LastNew,
    DateTimeOffset? Next, long Mentions, string? Problem, bool Pushed = false);
