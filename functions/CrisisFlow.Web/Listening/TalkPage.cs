using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Terms;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;
using CrisisFlow.Warnings.Comparing;
using CrisisFlow.Warnings.Spreading;
using CrisisFlow.Web.Warnings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Listening;

/// <summary>
/// What is being said about a topic: new terms, stories and how they spread, and its volume next to competitors.
/// </summary>
internal static class TalkPage
{
    public static async Task<IResult> ShowAsync(
        string topic,
        Visitor visitor,
        TalkReader reader,
        CrisisFlowSettings settings,
        SourceSight sight,
        CancellationToken cancellation
    )
    {
        var (viewer, t) = (visitor.Viewer, visitor.Viewer.T);
        if (await reader.ReadAsync(new TopicId(topic), cancellation) is not { } talk)
            return Layout.NotFound(viewer);
        var unread = Unknown.OfSources(viewer, await sight.UnreadNowAsync(viewer.Now, cancellation: cancellation));
        var voice = talk.Voices.Shares.FirstOrDefault(share => share.Topic == talk.Topic);
        var all = Math.Max(voice?.Mentions ?? 0, talk.Read);
        var said =
            all == 0
                ? Layout.Nothing(viewer, "talk.none")
                : Html.Of(
                    $"""
                    <p>{t["talk.count", all, voice?.Negative ?? 0]}{(
                        all > talk.Read ? t["talk.cut", talk.Read] : ""
                    )}</p>
                    <section class="card"><h2>{t["talk.terms"]}</h2>{Terms(viewer, talk)}</section>
                    <section class="card"><h2>{t["talk.stories"]}</h2>
                    <ul class="plain">{talk.Stories.Select(
                        (story, i) => Story(viewer, talk, story, i == 0)
                    )}</ul></section>
                    <section class="card"><h2>{t["talk.spread"]}</h2>
                    {Platforms(viewer, talk.Path)}<h3>{t["talk.carriers"]}</h3>{Carriers(
                        viewer,
                        talk,
                        talk.Path
                    )}</section>
                    """
                );
        var title = t["talk.title", settings.NameOfTopic(topic)];
        return Layout.Page(
            viewer,
            title,
            Html.Of(
                $"""
                <h1>{title}</h1><p><a href="{viewer.Paths.Topic(topic)}">{t["case.topic"]}</a></p>{unread}{said}
                <section class="card"><h2>{t["talk.voice"]}</h2>{Voices(viewer, settings, talk.Voices)}</section>
                """
            ),
            current: viewer.Paths.Warnings
        );
    }

    private static Html Terms(Viewer viewer, Talk talk)
    {
        var t = viewer.T;
        if (talk.Terms.Count == 0)
            return Layout.Nothing(viewer, "talk.terms.none");
        var rows = talk.Terms.Select(
            (HotTerm term) =>
                Html.Of(
                    $"""
                    <tr><td>{Html.Outside(
                        term.Text
                    )}</td><td class="n">{term.Mentions}</td><td class="n">{term.Usual}</td></tr>
                    """
                )
        );
        return Html.Of(
            $"""
            <div class="scroll"><table><thead><tr><th>{t["talk.term"]}</th>
            <th class="n">{t["talk.term.now", talk.Read]}</th><th class="n">{t["talk.term.before", talk.Before]}</th>
            </tr></thead><tbody>{rows}</tbody></table></div>
            """
        );
    }

    private static Html Story(Viewer viewer, Talk talk, ToldStory story, bool open)
    {
        var (t, line) = (viewer.T, story.Line);
        var risk = line.Risk is { } named ? Tags.Word(t.Of(named), "red") : Html.Empty;
        var count = t[
            line.Mentions == 1 ? "talk.story.one" : "talk.story.many",
            line.Mentions,
            line.Negative,
            line.Sources.Count
        ];
        var spread =
            line.Mentions == 1
                ? Html.Empty
                : Html.Of(
                    $"""
                    <details{(open ? Html.Own(" open") : Html.Empty)}><summary>{t["talk.spread"]}</summary>
                    {Platforms(viewer, story.Path)}<h3>{t["talk.carriers"]}</h3>{Carriers(
                        viewer,
                        talk,
                        story.Path
                    )}</details>
                    """
                );
        return Html.Of(
            $"""
            <li><h3>{Html.Outside(line.Title)}</h3>
            <p>{risk} {count}</p>{FloodPart.Line(viewer, Flood.Of(line.Mentions, line.Voices))}
            <p class="soft">{t["talk.first"]} {Said(viewer, story.First)}</p>
            {spread}</li>
            """
        );
    }

    private static Html Platforms(Viewer viewer, SpreadPath path)
    {
        var t = viewer.T;
        var rows = path
            .Platforms.Take(12)
            .Select(one =>
            {
                var when =
                    one.After < TimeSpan.FromMinutes(1)
                        ? viewer.Time(one.First)
                        : t["talk.after", viewer.Span(one.After)];
                return Html.Of(
                    $"""
                    <tr><td>{Html.Outside(one.Source)}<br><span class="soft">{t.Of(one.Category)}</span></td>
                    <td>{when}</td><td class="n">{one.Mentions}</td><td class="n">{viewer.Number(one.Reach, "#,0")}</td>
                    </tr>
                    """
                );
            });
        return Html.Of(
            $"""
            <div class="scroll"><table><thead><tr><th>{t["talk.source"]}</th><th>{t["talk.reached"]}</th>
            <th class="n">{t["talk.mentions"]}</th><th class="n">{t["talk.reach"]}</th></tr></thead><tbody>
            {rows}</tbody></table></div>
            """
        );
    }

    private static Html Carriers(Viewer viewer, Talk talk, SpreadPath path) =>
        Html.Of(
            $"""
        <ol class="timeline">{Distinct(talk, path).Select(node => Html.Of($"""
            <li>{viewer.Stamp(node.At)}{Said(viewer, talk.Mentions[node.Id], title: true)}<div
            class="soft">{viewer.T["talk.node", viewer.Number(node.ReachWith, "#,0"), node.Followed]}</div></li>
            """))}</ol>
        """
        );

    // The same words again reach nobody else, whoever posts them; what reached somebody stands by its author.
    private static IEnumerable<SpreadNode> Distinct(Talk talk, SpreadPath path) =>
        path
            .Nodes.Where(node => talk.Mentions.ContainsKey(node.Id))
            .DistinctBy(node =>
            {
                var mention = talk.Mentions[node.Id];
                var words = TitleKey.Of(mention.Title.Length > 0 ? mention.Title : mention.Text).Text;
                return (words, node.ReachWith > 0 ? mention.Author : null);
            });

    /// <summary>Who said it where; everything in it came from outside, and only a web address becomes a link.</summary>
    private static Html Said(Viewer viewer, Mention mention, bool title = false)
    {
        var words = mention.Title.Length > 0 ? mention.Title : mention.Text;
        var shown = title && words.Length > 0 ? Short(words) : mention.Source;
        var author = string.IsNullOrWhiteSpace(mention.Author)
            ? Html.Empty
            : Html.Of($" · {Html.Outside(mention.Author)}");
        var link = Html.OutsideLink(mention.Url, shown);
        return title
            ? Html.Of($"""{link}<br><span class="soft">{Html.Outside(mention.Source)}{author}</span>""")
            : Html.Of($"""{link}{author} · {viewer.Time(mention.At)}""");
    }

    private static string Short(string words) =>
        words.Length <= StorySample.TitleLimit ? words : TextCut.To(words, StorySample.TitleLimit) + "…";

    private static Html Voices(Viewer viewer, CrisisFlowSettings settings, Comparison voices)
    {
        var t = viewer.T;
        var rows = voices.Shares.Select(one =>
            Html.Of(
                $"""
                <tr><td><a href="{viewer.Paths.Talk(one.Topic.Value)}">{settings.NameOfTopic(one.Topic.Value)}</a><br>
                <span class="soft">{t.Of(one.Type)}</span>
                {(one.Moves ? Tags.Word(t["talk.moves"], "orange") : Html.Empty)}</td>
                <td class="n">{one.Mentions}</td><td class="n">{Share(one, one.Share, one.UsualShare)}</td>
                <td class="n">{Share(one, one.NegativeShare, one.UsualNegativeShare)}</td></tr>
                """
            )
        );
        return Html.Of(
            $"""
            <p>{t.Of(voices.Move)}</p>
            <div class="scroll"><table><thead><tr><th>{t["talk.topic"]}</th><th class="n">{t["talk.mentions"]}</th>
            <th class="n">{t["talk.share"]}</th><th class="n">{t["talk.share.negative"]}</th></tr></thead><tbody>
            {rows}</tbody></table></div>
            <p class="soft">{t["talk.usual"]}</p>
            """
        );

        Html Share(VoiceShare one, double now, double usual) =>
            one.Type == TopicType.Industry
                ? Html.Text("–")
                : Html.Of(
                    $"""
                    {viewer.Number(now * 100, "0")} %<br><span class="soft">({viewer.Number(usual * 100, "0")} %)</span>
                    """
                );
    }
}
