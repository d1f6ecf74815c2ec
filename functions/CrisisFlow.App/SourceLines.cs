using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Settings;
using CrisisFlow.Web.Team;

namespace CrisisFlow.App;

/// <summary>How a source is doing, as its page shows it.</summary>
internal static class SourceLines
{
    public static SourceLine Of(SourceSettings source, SourceHealth? health) => new(
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
        health?.Problem is { Length: > 0 } problem ? problem : null);

    public static SourceLine Of(PushedSource source) => new(
        source.Name, source.Category, null, SourceStatus.Well, source.Last, source.Last, null, source.Items, null, Pushed: true);
}
