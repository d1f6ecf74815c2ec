using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;

namespace CrisisFlow.Scenarios.Sources;

public sealed class A_first_document_is_history
{
    private static readonly (string, DateTimeOffset?)[] Old =
    [
        .. Enumerable
            .Range(2010, 8)
            .Select(year => ($"果园记{year}年回顾：曾因农残超标被罚10万元", (DateTimeOffset?)null)),
    ];

    [Theory(Timeout = 120_000)]
    [InlineData(SourceCategory.News)]
    [InlineData(SourceCategory.Forum)]
    [InlineData(SourceCategory.Review)]
    public async Task Undated_items_of_a_sources_first_document_are_history(SourceCategory category)
    {
        await using var sites = new WatchedSites();
        sites.Feed("paper", category);
        sites.Publish("paper", Old);
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(3));
        Assert.Empty(await app.OpenAsync());
        Assert.Equal(0, await app.MentionsAsync());
        app.ShouldHaveSentNothingElse();
    }

    [Fact(Timeout = 120_000)]
    public async Task An_undated_item_that_comes_later_is_new_and_a_dated_one_has_its_date()
    {
        await using var sites = new WatchedSites();
        sites.Feed("paper");
        sites.Publish("paper", [.. Old, ("果园记上新", OneBrand.Morning.AddHours(-1))]);
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await app.MentionsAsync());
        sites.Publish("paper", [.. Old, ("果园记今晨起火", null)]);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(2, await app.MentionsAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task What_a_hot_list_shows_is_told_now_also_at_its_first_document()
    {
        await using var sites = new WatchedSites();
        sites.HotList();
        sites.Show("hot", ("1", OneBrand.Grave, 1));
        await using var app = await sites.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        Assert.Single(await app.OpenAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Undated_items_that_a_new_topic_finds_in_a_source_known_for_long_are_history_too()
    {
        await using var sites = new WatchedSites();
        sites.Feed("paper");
        sites.Publish("paper", Old);
        var settings = sites.Settings();
        settings.Topics[0].Match = "别家";
        var folder = Directory.CreateTempSubdirectory("crisisflow-scenario-").FullName;
        try
        {
            await using (var app = await sites.StartAsync(settings, folder))
                await app.FastForwardAsync(TimeSpan.FromHours(1));
            var later = OneBrand.Morning.AddHours(2);
            await using var again = await LocalApp.StartAsync(sites.Settings(), later, folder: folder);
            await again.FastForwardAsync(TimeSpan.FromHours(1));
            Assert.Equal(0, await again.MentionsAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
