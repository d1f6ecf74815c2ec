using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed class The_way_of_a_case
{
    [Fact(Timeout = 120_000)]
    public async Task A_case_goes_from_triage_to_its_report_by_links_and_buttons_alone()
    {
        await using var desk = await SiteDesk.OpenAsync();
        await Walk.ToEndAsync(desk);
        var record = await desk.CaseAsync();
        Assert.Equal(CaseEnding.Reviewed, Assert.IsType<CaseState.Closed>(record.State).Ended.Ending);
        var report = (await desk.GetAsync("/cases/case-qingtian-1/report", trusted: true)).Text;
        Assert.Contains("活动前须由法务核对标价。", report);
        Render.Keep(desk);
    }
}
