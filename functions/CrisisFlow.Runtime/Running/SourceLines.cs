using CrisisFlow.Runtime.Pages.Team;
using CrisisFlow.Runtime.Polling;

namespace CrisisFlow.Runtime.Running;

/// <summary>How a source is doing, as its page shows it.</summary>
internal static class SourceLines
{
    public static SourceLine Of(SourceSettings source, Polling.SourceHealth? health) => new(
        source.Name,
        source.Category,
        source.Url is { } url ? AddressGuard.Shown(url) : null,
        health?.Condition switch
        {
            SourceCondition.Ok => Pages.Team.SourceHealth.Well,
            SourceCondition.Quiet => Pages.Team.SourceHealth.Quiet,
            SourceCondition.Failing => Pages.Team.SourceHealth.Failing,
            SourceCondition.Gone => Pages.Team.SourceHealth.Off,
            _ => Pages.Team.SourceHealth.Waiting,
        },
        health?.LastOk,
        health?.QuietSince,
        health?.Due,
        health?.ItemsSeen ?? 0,
        health?.Problem is { Length: > 0 } problem ? problem : null);
}
