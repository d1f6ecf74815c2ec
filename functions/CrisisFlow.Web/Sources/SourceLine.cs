using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Settings;

namespace CrisisFlow.Web.Sources;

/// <summary>One source as pages show it.</summary>
/// <param name="LastNew">When it last brought something new.</param>
/// <param name="Problem">The last failure's sentence; null when the last read went well.</param>
/// <param name="Pushed">Nobody polls it: it pushes its mentions.</param>
internal sealed record SourceLine(
    string Name,
    SourceCategory Category,
    string? Url,
    SourceStatus Status,
    DateTimeOffset? LastRead,
    DateTimeOffset? LastNew,
    DateTimeOffset? Next,
    long Mentions,
    string? Problem,
    bool Pushed = false
)
{
    /// <param name="health">Null when it was never polled.</param>
    public static SourceLine Of(SourceSettings source, SourceHealth? health) =>
        new(
            source.Name,
            source.Category,
            source.Url is { } url ? AddressGuard.Shown(url) : null,
            health?.Condition switch
            {
                SourceCondition.Ok => SourceStatus.Well,
                SourceCondition.Quiet => SourceStatus.Quiet,
                SourceCondition.Failing => SourceStatus.Failing,
                SourceCondition.Gone => SourceStatus.Off,
                _ => SourceStatus.Waiting,
            },
            health?.LastOk,
            health?.QuietSince,
            health?.Due,
            health?.ItemsSeen ?? 0,
            health?.Problem is { Length: > 0 } problem ? problem : null
        );

    public static SourceLine Of(PushedSource source) =>
        new(
            source.Name,
            source.Category,
            null,
            SourceStatus.Well,
            source.Last,
            source.Last,
            null,
            source.Items,
            null,
            Pushed: true
        );
}
