using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class A_topic_that_leaves_settings_is_retired
{
    private static readonly TopicId Brand = new("brand");

    [Fact(Timeout = 120_000)]
    public async Task A_topic_that_left_settings_clears_its_warning_once_and_begins_afresh_when_it_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("crisisflow-retired-").FullName;
        string link;
        await using (var app = await LocalApp.StartAsync(Settings("brand"), OneBrand.Morning, folder: folder))
        {
            (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
            await app.FastForwardAsync(TimeSpan.FromMinutes(15));
            link = app.Mailbox("ann").ShouldReceive("橙色").Links[0];
            Assert.Empty((await EventsAsync(app)).OfType<WarningEvent.Cleared>());
        }

        for (var start = 0; start < 2; start++)
        {
            await using var app = await LocalApp.StartAsync(
                Settings("rival"),
                OneBrand.Morning.AddHours(1 + start),
                folder: folder
            );
            await app.FastForwardAsync(TimeSpan.FromMinutes(15));
            var cleared = Assert.Single((await EventsAsync(app)).OfType<WarningEvent.Cleared>());
            Assert.Equal((WarningReason.Retired, "brand.0001"), (cleared.Reason, cleared.Warning));
            Assert.Single((await EventsAsync(app)).OfType<WarningEvent.TopicRetired>());
            Assert.Null((await EventsAsync(app)).OfType<WarningEvent.TopicReturned>().FirstOrDefault());
            (await app.Browser.GetAsync("/warnings")).ShouldSay(OneBrand.Grave).ShouldSay("主题已停止监测");
            (await app.Browser.GetAsync("/warnings/brand"))
                .ShouldBe(200)
                .ShouldSay("不再监测")
                .ShouldSay(OneBrand.Grave);
            (await app.Browser.GetAsync(link)).ShouldBe(200).ShouldSay("不再监测");
            (await app.Browser.GetAsync("/")).ShouldNotSay(OneBrand.Grave);
        }

        await using (
            var back = await LocalApp.StartAsync(Settings("brand"), OneBrand.Morning.AddDays(3), folder: folder)
        )
        {
            (await back.PushAsync(OneBrand.Grave, id: "again")).ShouldBe(200);
            await back.FastForwardAsync(TimeSpan.FromMinutes(15));
            Assert.Equal(
                ["brand.0002", "brand.0001"],
                (await EventsAsync(back)).OfType<WarningEvent.Raised>().Select(raised => raised.Warning)
            );
            Assert.Single((await EventsAsync(back)).OfType<WarningEvent.TopicReturned>());
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>No case, and one topic of this name.</summary>
    private static CrisisFlowSettings Settings(string topic)
    {
        var settings = OneBrand.Settings();
        settings.Warnings.OpenCaseAt = 4;
        settings.Topics[0].Id = topic;
        return settings;
    }

    private static async Task<List<WarningEvent>> EventsAsync(LocalApp app) =>
        await app.Warnings.EventsAsync(Brand, 100).Select(one => one.Event).ToListAsync();
}
