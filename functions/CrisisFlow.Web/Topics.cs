using CrisisFlow.Settings;

namespace CrisisFlow.Web;

/// <summary>Names of topics as pages write them.</summary>
internal static class Topics
{
    public static string ShownName(this TopicSettings topic) => topic.Name.Length > 0 ? topic.Name : topic.Id;

    public static string NameOfTopic(this CrisisFlowSettings settings, string id) =>
        settings.Topics.Find(topic => topic.Id == id)?.ShownName() ?? id;
}
