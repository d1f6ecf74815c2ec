using System.Globalization;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Links;

namespace CrisisFlow.Web.Team;

/// <summary>Silences: who, why, until when; begun and ended by a form.</summary>
internal sealed class SilencePages(SiteParts parts)
{
    private const string SealFor = "form:/silences";

    public async Task<SiteResponse> ShowAsync(Viewer viewer, Fields sent, string? problem, int status, CancellationToken cancellation)
    {
        var t = viewer.T;
        var items = new List<Html>();
        foreach (var topic in parts.Settings.Topics)
        {
            var silences = (await parts.Warnings.State(new TopicId(topic.Id), cancellation) as WarningState.Watching)?.Silences ?? [];
            items.AddRange(silences.Select(silence => Html.Of($"""
                <li><strong>{Name(topic)}</strong> · {t["silence.until"]} {viewer.Stamp(silence.Until)}<br>{Html.OutsideLines(silence.Why)}<br><span class="soft">{Html.Outside(silence.By)} · {viewer.Stamp(silence.From)}</span>
                {Form(Html.Of($"""<input type="hidden" name="action" value="end"><input type="hidden" name="topic" value="{topic.Id}"><input type="hidden" name="id" value="{silence.Id}"><label for="by-{silence.Id}">{t["silence.by"]}</label><input type="text" id="by-{silence.Id}" name="by" maxlength="100" required><div class="buttons"><button class="second">{t["silence.end.button"]}</button></div>"""))}</li>
                """)));
        }

        var options = parts.Settings.Topics.Select(topic => Html.Of($"""<option value="{topic.Id}"{(sent["topic"] == topic.Id ? Html.Own(" selected") : Html.Empty)}>{Name(topic)}</option>"""));
        return Layout.Page(viewer, t["nav.silences"], Html.Of($"""
            <h1>{t["nav.silences"]}</h1>{LinkVisit.Problem(problem)}
            <section class="card">{(items.Count == 0 ? TeamPages.Nothing(viewer, "silence.none") : Html.Of($"""<ul class="plain">{items}</ul>"""))}</section>
            <section class="card"><h2>{t["silence.new"]}</h2><p class="soft">{t["silence.help"]}</p>{Form(Html.Of($"""
            <input type="hidden" name="action" value="begin">
            <label for="topic">{t["silence.topic"]}</label><select id="topic" name="topic">{options}</select>
            <label for="by">{t["silence.by"]}</label><input type="text" id="by" name="by" maxlength="100" required value="{sent["by"]}">
            <label for="why">{t["silence.why"]}</label><input type="text" id="why" name="why" maxlength="500" required value="{sent["why"]}">
            <label for="hours">{t["silence.hours"]}</label><input type="number" id="hours" name="hours" min="1" max="8760" required value="{sent["hours"] ?? "4"}">
            <div class="buttons"><button>{t["silence.button"]}</button></div>
            """))}</section>
            """), status, SitePaths.Silences);
    }

    public async Task<SiteResponse> ChangeAsync(SiteRequest request, Viewer viewer, CancellationToken cancellation)
    {
        var (t, now) = (viewer.T, parts.Time.GetUtcNow());
        var (sent, status) = await FormReader.ReadAsync(request, cancellation);
        if (sent is null || request.FetchSite is "cross-site" or "same-site" || !parts.Links.IsFormSeal(SealFor, sent["seal"]))
        {
            SiteLog.FormRefused(parts.Logger, "FormForeign", "silences", request.Caller);
            return Layout.Message(viewer, sent is null ? status : 403, t["link.FormForeign.title"], t["link.FormForeign"]);
        }

        if (parts.Settings.Topics.Find(one => one.Id == sent["topic"]) is not { } topic) return await Again(t["silence.notopic"]);
        var by = LinkForms.Text(sent["by"]);
        if (by.Length is 0 or > 100) return await Again(t["WarningRefusal.AuthorMissing"]);
        WarningCommand command;
        if (sent["action"] == "end")
        {
            command = new WarningCommand.EndSilence(now, sent["id"] ?? "", by);
        }
        else
        {
            var why = LinkForms.Text(sent["why"]);
            if (why.Length is 0 or > 500) return await Again(t["WarningRefusal.ReasonMissing"]);
            if (!int.TryParse(sent["hours"], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours is < 1 or > 8_760) return await Again(t["silence.hours.wrong"]);
            // The same wish in the same minute is the same silence: a double click makes one.
            var id = MailHeaders.Hash(string.Create(CultureInfo.InvariantCulture, $"{topic.Id}|{by}|{why}|{hours}|{now:yyyyMMddHHmm}"))[..16];
            command = new WarningCommand.Silence(now, id, by, why, now.AddHours(hours));
        }

        return await parts.Warnings.Tell(new TopicId(topic.Id), command, cancellation) is WarningDecision.Refused refused
            ? await Again(t.Of(refused.Reason))
            : SiteResponse.Plain(303, "").With("Location", SitePaths.Silences);

        Task<SiteResponse> Again(string problem) => ShowAsync(viewer, sent, problem, 422, cancellation);
    }

    private Html Form(Html fields) => Html.Of($"""
        <form method="post" action="{SitePaths.Silences}" accept-charset="utf-8"><input type="hidden" name="seal" value="{parts.Links.FormSeal(SealFor)}">{fields}</form>
        """);

    private static string Name(TopicSettings topic) => topic.Name.Length > 0 ? topic.Name : topic.Id;
}
