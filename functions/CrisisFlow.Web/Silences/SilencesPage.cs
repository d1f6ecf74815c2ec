using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Silences;

/// <summary>Silences: who, why, until when; begun and ended by a form.</summary>
internal sealed class SilencesPage(CrisisFlowSettings settings, WarningJournal journal, LinkSigner signer)
{
    public static async Task<IResult> ShowAsync(Visitor visitor, SilencesPage page, CancellationToken cancellation) =>
        await page.ShowAsync(visitor.Viewer, Fields.None, null, StatusCodes.Status200OK, cancellation);

    /// <param name="sent">What was sent and could not be taken; its fields are filled in again.</param>
    public async Task<PageResult> ShowAsync(
        Viewer viewer,
        Fields sent,
        string? problem,
        int status,
        CancellationToken cancellation
    )
    {
        var (t, seal) = (viewer.T, signer.FormSeal(SilenceForm.SealedFor));
        var silences = new List<Html>();
        foreach (var topic in settings.Topics)
            if (
                await journal.StateAsync(new TopicId(topic.Id), cancellation) is WarningState.Watching
                {
                    Silences: var ofTopic
                }
            )
                silences.AddRange(ofTopic.Select(silence => Silence(viewer, topic, silence, seal)));
        var list =
            silences.Count == 0
                ? Layout.Nothing(viewer, "silence.none")
                : Html.Of($"""<ul class="plain">{silences}</ul>""");
        return Layout.Page(
            viewer,
            t["nav.silences"],
            Html.Of(
                $"""
                <h1>{t["nav.silences"]}</h1>{OwnForm.Problem(problem)}
                <section class="card">{list}</section>
                <section class="card"><h2>{t["silence.new"]}</h2><p class="soft">{t["silence.help"]}</p>
                {SilenceForm.Begin(viewer, settings.Topics, seal, sent)}</section>
                """
            ),
            status,
            viewer.Paths.Silences
        );
    }

    private static Html Silence(Viewer viewer, TopicSettings topic, Silence silence, string seal) =>
        Html.Of(
            $"""
            <li><strong>{topic.ShownName()}</strong> · {viewer.T["silence.until"]} {viewer.Stamp(silence.Until)}<br>
            {Html.OutsideLines(silence.Why)}<br>
            <span class="soft">{Html.Outside(silence.By)} · {viewer.Stamp(silence.From)}</span>
            {SilenceForm.End(viewer, topic, silence, seal)}</li>
            """
        );
}
