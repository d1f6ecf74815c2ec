using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Web.Links;

/// <summary>
/// What the form for a statement starts from: the newest version; before the first one, the playbook's templates with
/// what the case knows.
/// </summary>
internal static class DraftStart
{
    /// <summary>A channel that the newest version leaves out starts empty: its author wanted it so.</summary>
    public static IReadOnlyList<StatementText> Of(LinkVisit visit)
    {
        var templates = visit.File.Playbook.Statements;
        if (visit.File.Versions.LastOrDefault() is { } newest)
            return
            [
                .. newest.Texts,
                .. templates
                    .Where(template =>
                        !newest.Texts.Any(text =>
                            text.Channel == template.Channel && text.Language == template.Language
                        )
                    )
                    .Select(template => new StatementText(template.Channel, template.Language, "", "")),
            ];
        return [.. templates.Select(template => Fill(template, Values(visit, template.Language)))];
    }

    /// <summary>
    /// The languages a statement can be in, those it starts in first: the ones of the newest version; before the first
    /// one, those in which nothing waits to be translated.
    /// </summary>
    public static IReadOnlyList<(Language Language, bool Chosen, bool ToTranslate)> Languages(
        LinkVisit visit,
        IReadOnlyList<StatementText> start
    )
    {
        var newest = visit.File.Versions.LastOrDefault();
        var all = start
            .GroupBy(text => text.Language)
            .Select(group => (group.Key, ToTranslate: group.Any(ForeignText.IsMarkedIn)))
            .ToList();
        var none = newest is null && all.All(one => one.ToTranslate);
        return
        [
            .. all.Select(one =>
                    (
                        one.Key,
                        Chosen: none
                            || (newest is null ? !one.ToTranslate : newest.Texts.Any(text => text.Language == one.Key)),
                        one.ToTranslate
                    )
                )
                .OrderByDescending(one => one.Chosen),
        ];
    }

    private static StatementText Fill(StatementTemplate template, Dictionary<string, string> values) =>
        new(
            template.Channel,
            template.Language,
            Placeholders.Fill(template.Title, values),
            Placeholders.Fill(template.Body, values)
        );

    /// <summary>What is written in the other language comes marked.</summary>
    private static Dictionary<string, string> Values(LinkVisit visit, Language language) =>
        StatementValues
            .Of(visit.File, language, TimeZoneInfo.ConvertTime(visit.Viewer.Now, visit.Viewer.Zone))
            .ToDictionary(value => value.Key, value => ForeignText.Mark(value.Value, language), StringComparer.Ordinal);
}
