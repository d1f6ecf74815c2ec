using CrisisFlow.Core.Queries;

namespace CrisisFlow.Settings.Starting;

internal static class TopicRules
{
    public static void Check(List<TopicSettings> topics, Findings findings)
    {
        if (topics.Count == 0)
            findings.Add("topics", "Nothing is monitored; add at least one topic with its query.");
        IdRules.Check("topics", topics.Select(t => t.Id), findings);
        foreach (var (i, topic) in topics.Index())
        {
            if (string.IsNullOrWhiteSpace(topic.Match))
                findings.Add($"topics[{i}].match", "A topic needs a query.");
            else if (TopicQuery.Parse(topic.Match) is QueryReading.Invalid invalid)
                foreach (var error in invalid.Errors)
                    findings.Add($"topics[{i}].match", $"Column {error.Column}: {error.Message}.");
            else
                foreach (var hint in QueryHints.Of(topic.Match))
                    findings.Note($"topics[{i}].match", $"Column {hint.Column}: {hint.Message}.");
        }
    }
}
