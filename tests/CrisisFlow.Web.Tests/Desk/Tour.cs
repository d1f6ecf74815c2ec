using System.Text;
using CrisisFlow.Cases;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Web.Learning;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>
/// Every page there is, at every stage of one case. <paramref name="hostile"/> stands wherever a text from outside or
/// from a person can stand.
/// </summary>
internal static class Tour
{
    public static async Task<List<(string Name, string Html)>> PagesAsync(string? hostile = null, string lang = "")
    {
        var pages = new List<(string, string)>();
        var folder = Directory.CreateTempSubdirectory("crisisflow-outbox").FullName;
        var story = hostile ?? "晴天电商年货节“先涨价后打折”被顾客曝光";
        var subject = SampleCase.Subject(story, hostile ?? "晴天年货节价格翻倍再打五折，订单截图曝光");
        await using var desk = await SiteDesk.OpenAsync(subject, outbox: folder).FilledAsync(story);
        foreach (
            var (name, warning) in ((string, string)[])[("dismiss", "qingtian.0001"), ("dismissed", "qingtian.0000")]
        )
            await KeepAsync(
                name,
                "/l/"
                    + desk.Signer.Write(
                        new Link(
                            LinkPurpose.Dismissal,
                            "qingtian",
                            warning,
                            SampleCase.Lin.Id.Value,
                            "",
                            desk.Clock.GetUtcNow().AddHours(1)
                        )
                    )
            );
        await KeepAsync("triage", desk.LinkFor(SampleCase.Lin));
        await Walk.TriageAsync(desk);
        await KeepAsync("fact", desk.LinkFor(SampleCase.Wu));
        await Walk.FactsAsync(desk, hostile ?? "活动前 30 天标价有 12 款上调。");
        await KeepAsync("draft", desk.LinkFor(SampleCase.Lin));
        await Walk.DraftAsync(
            desk,
            Short(hostile) ?? "关于年货节价格的说明",
            hostile ?? "我们为 12 款商品的标价问题致歉。\n\n差价将全额退回。"
        );
        await KeepAsync("drafted", desk.LinkFor(SampleCase.Lin));
        await KeepAsync("approval", desk.LinkFor(SampleCase.Ann));
        Assert.Equal(
            200,
            (
                await desk.PostAsync(
                    desk.LinkFor(SampleCase.Ann),
                    ("decision", "reject"),
                    ("comment", hostile ?? "请写明退款期限。")
                )
            ).Status
        );
        await desk.ForwardAsync(TimeSpan.FromMinutes(5));
        await KeepAsync("draft-2", desk.LinkFor(SampleCase.Lin));
        await Walk.DraftAsync(
            desk,
            Short(hostile) ?? "关于年货节商品价格的说明",
            (hostile ?? "我们为 12 款商品的标价错误诚恳致歉。\n\n差价将在 7 天内全额退回。") + "。"
        );
        await KeepAsync("approval-2", desk.LinkFor(SampleCase.Ann));
        await Walk.ApproveAsync(desk, SampleCase.Ann);
        await KeepAsync("decided", desk.LinkFor(SampleCase.Ann));
        await Walk.ApproveAsync(desk, SampleCase.Bob);
        await Walk.ApproveAsync(desk, SampleCase.Chen);
        await KeepAsync("execution", desk.LinkFor(SampleCase.Wu));
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Wu), ("text", hostile ?? "已通知"))).Status);
        await desk.ForwardAsync(TimeSpan.FromMinutes(2));
        await KeepAsync("case-by-link", desk.LinkFor(SampleCase.Lin));
        Assert.Equal(
            200,
            (
                await desk.PostAsync(
                    desk.LinkFor(SampleCase.Lin),
                    ("action", "note"),
                    ("text", hostile ?? "媒体来电两次。")
                )
            ).Status
        );
        await desk.ForwardAsync(TimeSpan.FromHours(1.5));
        await KeepAsync("case", "/cases/case-qingtian-1", true);
        await desk.ForwardAsync(TimeSpan.FromHours(4));
        await KeepAsync("review", desk.LinkFor(SampleCase.Lin));
        Assert.Equal(
            200,
            (await desk.PostAsync(desk.LinkFor(SampleCase.Lin), ("text", hostile ?? "活动前须由法务核对标价。"))).Status
        );
        await desk.ForwardAsync(TimeSpan.FromMinutes(2));
        foreach (var mail in desk.Mailbox)
            File.WriteAllBytes(
                Path.Combine(folder, MailHeaders.Hash(mail.Id) + ".eml"),
                Eml.Write(mail, desk.Clock.GetUtcNow())
            );
        foreach (
            var (name, path) in ((string, string)[])
                [
                    ("report", "/cases/case-qingtian-1/report"),
                    ("talk-track", "/talk-track/case-qingtian-1"),
                    ("home", "/"),
                    ("cases", "/cases"),
                    ("warnings", "/warnings"),
                    ("topic", "/warnings/qingtian"),
                    ("talk", "/topics/qingtian"),
                    ("learning", "/learning"),
                    ("sources", "/sources"),
                    ("silences", "/silences"),
                    ("statements", "/statements"),
                    ("outbox", "/outbox"),
                    ("mail-page", "/outbox/" + MailHeaders.Hash(desk.Mailbox[0].Id) + ".eml"),
                    ("feed", "/statements/feed.atom"),
                    ("not-found", "/nothing"),
                ]
        )
            await KeepAsync(name, path, true);
        var statement = System
            .Text.RegularExpressions.Regex.Match(
                pages.First(page => page.Item1 == "statements").Item2,
                "/statements/[0-9a-f]{14}-[0-9a-f]{12}"
            )
            .Value;
        await KeepAsync("statement", statement);
        var proposals = LearningPage.Show(
            new Viewer(Texts.Find(lang) ?? Texts.For(Language.Zh), desk.Clock.GetUtcNow(), TimeZoneInfo.Utc),
            TalkData.Proposals
        );
        pages.Add(("proposals", Encoding.UTF8.GetString(proposals.Body)));
        pages.AddRange(desk.Mailbox.Select((mail, i) => ($"mail {i} html", mail.Html)));
        Render.Keep(desk);
        Directory.Delete(folder, recursive: true);
        return pages;

        async Task KeepAsync(string name, string path, bool trusted = false)
        {
            var response = await desk.GetAsync(path + (lang.Length > 0 ? "?lang=" + lang : ""), trusted);
            Assert.True(
                response.Status is 200 || name is "not-found" or "dismissed",
                $"{name} {path} answered {response.Status}"
            );
            pages.Add((name, response.Text));
            await Render.KeepAsync(desk, name + lang, response.Text);
        }
    }

    private static string? Short(string? text) => text is { Length: > 200 } ? text[..200] : text;
}
