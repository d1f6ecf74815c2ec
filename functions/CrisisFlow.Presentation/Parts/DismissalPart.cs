using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Presentation.Parts;

/// <summary>What dismissing a warning does, in words.</summary>
public static class DismissalPart
{
    /// <summary>
    /// How long the story stays quiet, and what comes through all the same; empty where settings keep nothing quiet.
    /// </summary>
    /// <param name="level">The level at which it is dismissed.</param>
    public static string Quiet(Viewer viewer, Level level, CrisisFlowSettings settings)
    {
        if (settings.Warnings.DismissFor <= 0)
            return "";
        var time = viewer.Span(TimeSpan.FromHours(settings.Warnings.DismissFor));
        return level == Level.Red
            ? viewer.T["dismiss.stays", time]
            : viewer.T["dismiss.rises", viewer.T.Of(level), time];
    }
}
