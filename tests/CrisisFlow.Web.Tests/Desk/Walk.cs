using CrisisFlow.Cases;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>Takes the sample case along its way, by links and buttons alone.</summary>
internal static class Walk
{
    public static async Task TriageAsync(SiteDesk desk, TriageVerdict verdict = TriageVerdict.Confirmed)
    {
        Assert.Equal(
            200,
            (
                await desk.PostAsync(desk.LinkFor(SampleCase.Lin), ("verdict", verdict.ToString()), ("comment", ""))
            ).Status
        );
        await desk.ForwardAsync(TimeSpan.FromMinutes(5));
    }

    public static async Task FactsAsync(SiteDesk desk, string fact = "活动前 30 天标价有 12 款上调。")
    {
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Wu), ("text", fact))).Status);
        await desk.ForwardAsync(TimeSpan.FromMinutes(5));
    }

    public static async Task DraftAsync(
        SiteDesk desk,
        string title = "关于年货节价格的说明",
        string body = "我们为 12 款商品的标价问题致歉，并将全额退差。"
    )
    {
        var newest = (await desk.CaseAsync()).File.Versions.LastOrDefault()?.Hash ?? "";
        var response = await desk.PostAsync(
            desk.LinkFor(SampleCase.Lin),
            ("base", newest),
            ("title.statement-page.zh", title),
            ("body.statement-page.zh", body),
            ("title.statement-page.en", "About the prices of our New Year sale"),
            ("body.statement-page.en", "We are sorry for the list prices of 12 articles and refund the difference."),
            ("title.talk-track.zh", "价格问题"),
            ("body.talk-track.zh", "非常抱歉，差价将在 7 天内退回。")
        );
        Assert.Equal(200, response.Status);
        await desk.ForwardAsync(TimeSpan.FromMinutes(5));
    }

    public static async Task ApproveAsync(SiteDesk desk, Person by)
    {
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(by), ("decision", "approve"), ("comment", ""))).Status);
        await desk.ForwardAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>A new case, up to the question whether its statement may be published.</summary>
    public static async Task<SiteDesk> AtApprovalAsync()
    {
        var desk = await SiteDesk.OpenAsync();
        await ToApprovalAsync(desk);
        return desk;
    }

    public static async Task ToApprovalAsync(SiteDesk desk)
    {
        await TriageAsync(desk);
        await FactsAsync(desk);
        await DraftAsync(desk);
    }

    public static async Task ToEffectAsync(SiteDesk desk)
    {
        await ToApprovalAsync(desk);
        await ApproveAsync(desk, SampleCase.Ann);
        await ApproveAsync(desk, SampleCase.Bob);
        await ApproveAsync(desk, SampleCase.Chen);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Wu), ("text", "已通知"))).Status);
        await desk.ForwardAsync(TimeSpan.FromMinutes(2));
    }

    public static async Task ToEndAsync(SiteDesk desk)
    {
        await ToEffectAsync(desk);
        await desk.ForwardAsync(TimeSpan.FromHours(1.5));
        await desk.ForwardAsync(TimeSpan.FromHours(4));
        Assert.Equal(
            200,
            (await desk.PostAsync(desk.LinkFor(SampleCase.Lin), ("text", "活动前须由法务核对标价。"))).Status
        );
        await desk.RunAsync();
    }
}
