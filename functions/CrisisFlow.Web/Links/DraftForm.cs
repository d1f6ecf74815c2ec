using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Web.Cases;

namespace CrisisFlow.Web.Links;

/// <summary>
/// Write the statement: a title and a text per channel and language; what was there before, and what changed.
/// </summary>
internal static class DraftForm
{
    public static Html Show(LinkVisit visit, Fields sent)
    {
        var (viewer, file) = (visit.Viewer, visit.File);
        var t = viewer.T;
        var start = DraftStart.Of(visit);
        var groups = DraftStart
            .Languages(visit, start)
            .Select(one =>
            {
                var chosen = sent[Shown] is null ? one.Chosen : sent[Use(one.Language)] is not null;
                return Group(
                    visit,
                    sent,
                    one.Language,
                    chosen,
                    one.ToTranslate,
                    start.Where(text => text.Language == one.Language)
                );
            });
        return CasePart.FactsCard(viewer, file)
            + Comments(visit)
            + Html.Of(
                $"""
            <section class="card"><h2>{t["draft.heading"]}</h2>
            <p class="lead lines">{CasePart.Local(viewer, visit.Task!.Instructions).TrimEnd()}</p>
            <p class="soft">{t["draft.help"]}</p>{visit.Form(Html.Of($"""
            <input type="hidden" name="base" value="{file.Versions.LastOrDefault()?.Hash ?? ""}">
            <input type="hidden" name="{Shown}" value="yes">{groups}
            <div class="buttons"><button>{t["draft.button"]}</button></div>
            """))}</section>
            """
            )
            + StatementVersions.Show(viewer, file)
            + SubjectPart.Card(viewer, file);
    }

    public static Asked Read(LinkVisit visit, Fields sent, DateTimeOffset now)
    {
        var t = visit.Viewer.T;
        var newest = visit.File.Versions.LastOrDefault();
        if ((sent["base"] ?? "") != (newest?.Hash ?? ""))
            return new Asked.Problem(
                t["draft.overtaken", newest?.Number ?? 0, newest?.Author is { } by ? visit.File.NameOf(by) : ""]
            );
        var texts = new List<StatementText>();
        foreach (var text in DraftStart.Of(visit))
        {
            var key = Key(text.Channel, text.Language);
            var title = sent.Text("title." + key);
            var body = sent.Text("body." + key);
            if (title.Length + body.Length == 0)
                continue;
            // A form from before languages could be ticked sends no tick, and means every text.
            if (sent[Shown] is null || sent[Use(text.Language)] is not null)
                texts.Add(new StatementText(text.Channel, text.Language, title, body));
            else if (title != Fields.Typed(text.Title) || body != Fields.Typed(text.Body))
                return new Asked.Problem(t["draft.unticked", t.Of(text.Language)]);
        }

        return texts.Count == 0
            ? new Asked.Problem(t["draft.empty"])
            : new Asked.Command(
                new CaseCommand.DraftStatement(now, visit.Person.Id, texts),
                LinkForms.Signal(visit, "draft", StatementHash.Of(texts)[..16])
            );
    }

    /// <summary>
    /// The texts of one language under one tick; those that are not ticked stay folded, so that nobody has to scroll
    /// past or empty them.
    /// </summary>
    private static Html Group(
        LinkVisit visit,
        Fields sent,
        Language language,
        bool chosen,
        bool toTranslate,
        IEnumerable<StatementText> texts
    )
    {
        var (t, name, forms) = (
            visit.Viewer.T,
            visit.Viewer.T.Of(language),
            texts.Select(text => One(visit.Viewer, sent, text)).ToList()
        );
        var (ticked, open) = chosen ? (Html.Own(" checked"), Html.Own(" open")) : default;
        var translate = toTranslate
            ? Html.Of($"""<p class="note warn">{t["draft.totranslate", name]}</p>""")
            : Html.Empty;
        return Html.Of(
            $"""
            <div class="group"><label class="choice">
            <input type="checkbox" name="{Use(language)}" value="yes"{ticked}>
            <span>{t["draft.use", name]}</span></label>
            {translate}
            <details{open}><summary>{t["draft.texts", name, forms.Count]}</summary>{forms}</details></div>
            """
        );
    }

    private static Html One(Viewer viewer, Fields sent, StatementText text)
    {
        var (t, key, lang) = (viewer.T, Key(text.Channel, text.Language), CasePart.Lang(text.Language));
        return Html.Of(
            $"""
            <fieldset><legend>{CasePart.Channel(viewer, text.Channel)} · {t.Of(text.Language)}</legend>
            <label for="title.{key}">{t["draft.title"]}</label>
            <input type="text" id="title.{key}" name="title.{key}" lang="{lang}" maxlength="200"
            value="{sent["title." + key] ?? text.Title}">
            {LinkVisit.Area("body." + key, t["draft.body"], sent["body." + key] ?? text.Body, 20_000, "tall", lang)}
            </fieldset>
            """
        );
    }

    private static Html Comments(LinkVisit visit)
    {
        var rejected = visit.File.Rounds.SelectMany(round => round.Decisions).Where(decision => !decision.IsApproval);
        var items = rejected
            .Select(decision =>
                Html.Of(
                    $"""
                    <li>{Html.OutsideLines(decision.Comment)}<br>
                    <span class="soft">{visit.File.NameOf(decision.By)} · {visit.Viewer.Stamp(decision.At)}</span></li>
                    """
                )
            )
            .ToList();
        return items.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <section class="card orange"><h2>{visit.Viewer.T["draft.comments"]}</h2><ul class="plain">{items}</ul>
                </section>
                """
            );
    }

    /// <summary>Says that the form had ticks for languages: a box that is not ticked sends nothing.</summary>
    private const string Shown = "languages";

    private static string Use(Language language) => "use." + language.Code;

    private static string Key(string channel, Language language) => $"{channel}.{language.Code}";
}
