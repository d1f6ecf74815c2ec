using System.Globalization;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Silences;

/// <summary>The two forms of the page, and what is read from them.</summary>
internal static class SilenceForm
{
    public const string SealedFor = "form:/silences";

    private const int LongestName = 100;
    private const int LongestReason = 500;
    private const int MostHours = 8_760;

    public static Html Begin(Viewer viewer, IEnumerable<TopicSettings> topics, string seal, Fields sent)
    {
        var t = viewer.T;
        var options = topics.Select(topic =>
        {
            var selected = sent["topic"] == topic.Id ? Html.Own(" selected") : Html.Empty;
            return Html.Of($"""<option value="{topic.Id}"{selected}>{topic.ShownName()}</option>""");
        });
        return OwnForm.Show(
            viewer.Paths.Silences,
            seal,
            Html.Of(
                $"""
                <input type="hidden" name="action" value="begin">
                <label for="topic">{t["silence.topic"]}</label><select id="topic" name="topic">{options}</select>
                <label for="by">{t["silence.by"]}</label>
                <input type="text" id="by" name="by" maxlength="{LongestName}" required value="{sent["by"]}">
                <label for="why">{t["silence.why"]}</label>
                <input type="text" id="why" name="why" maxlength="{LongestReason}" required value="{sent["why"]}">
                <label for="hours">{t["silence.hours"]}</label>
                <input type="number" id="hours" name="hours" min="1" max="{MostHours}" required
                value="{sent["hours"] ?? "4"}">
                <div class="buttons"><button>{t["silence.button"]}</button></div>
                """
            )
        );
    }

    public static Html End(Viewer viewer, TopicSettings topic, Silence silence, string seal) =>
        OwnForm.Show(
            viewer.Paths.Silences,
            seal,
            Html.Of(
                $"""
                <input type="hidden" name="action" value="end"><input type="hidden" name="topic" value="{topic.Id}">
                <input type="hidden" name="id" value="{silence.Id}">
                <label for="by-{silence.Id}">{viewer.T["silence.by"]}</label>
                <input type="text" id="by-{silence.Id}" name="by" maxlength="{LongestName}" required>
                <div class="buttons"><button class="second">{viewer.T["silence.end.button"]}</button></div>
                """
            )
        );

    /// <returns>The command, or the key of the error message.</returns>
    public static (WarningCommand? Command, string Problem) Read(Fields sent, string topic, DateTimeOffset now)
    {
        var by = sent.Text("by");
        if (by.Length is 0 or > LongestName)
            return (null, "WarningRefusal.AuthorMissing");
        if (sent["action"] == "end")
            return (new WarningCommand.EndSilence(now, sent["id"] ?? "", by), "");
        var why = sent.Text("why");
        if (why.Length is 0 or > LongestReason)
            return (null, "WarningRefusal.ReasonMissing");
        if (
            !int.TryParse(sent["hours"], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || hours is < 1 or > MostHours
        )
            return (null, "silence.hours.wrong");
        // Submitting the same silence twice within a minute creates one, so a double click is harmless.
        var asked = string.Create(CultureInfo.InvariantCulture, $"{topic}|{by}|{why}|{hours}|{now:yyyyMMddHHmm}");
        return (new WarningCommand.Silence(now, MailHeaders.Hash(asked)[..16], by, why, now.AddHours(hours)), "");
    }
}
