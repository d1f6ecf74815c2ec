using System.Globalization;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Warnings;

/// <summary>
/// Ids of warnings: the topic's name and a running number, so that the same journal always gives the same ids.
/// </summary>
internal static class WarningId
{
    public static string Next(TopicId topic, int given) =>
        topic.Value + "." + (given + 1).ToString("D4", CultureInfo.InvariantCulture);

    public static bool WasGiven(string id, int given)
    {
        var dot = id.LastIndexOf('.');
        return dot > 0
            && int.TryParse(id.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= given;
    }
}
