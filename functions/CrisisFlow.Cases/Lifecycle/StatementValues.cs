using System.Globalization;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>What a case fills into a statement's template.</summary>
public static class StatementValues
{
    /// <summary>
    /// topic, story, date (of <paramref name="today"/> as its own offset has it, in words of the language) and fact.ID
    /// with what was recorded last for each fact asked.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(CaseFile file, Language language, DateTimeOffset today)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["topic"] = file.Subject.Topic,
            ["story"] = file.Subject.Story,
            ["date"] = today.ToString(language.Date, CultureInfo.InvariantCulture),
        };
        foreach (var fact in file.Facts)
            if (fact.Task is { } id && file.TaskOf(id) is { } task)
                values["fact." + task.Plan] = fact.Text;
        return values;
    }
}
