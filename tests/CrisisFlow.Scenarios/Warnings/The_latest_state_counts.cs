using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class The_latest_state_counts
{
    private const string Slow = "果园记被投诉发货慢";
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    [Fact(Timeout = 120_000)]
    public async Task What_a_list_still_shows_after_two_days_is_told_now_and_clears_only_once_it_is_gone()
    {
        await using var sites = new WatchedSites();
        sites.HotList();
        sites.Show("hot", ("h1", OneBrand.Grave, 1), ("x", "今晚决赛", 2));
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        await app.FastForwardAsync(TimeSpan.FromHours(44), Step);
        Assert.Equal(Level.Orange, (await app.OpenAsync()).Single().Level);
        Assert.Equal(1, await app.MentionsAsync());
        sites.Show("hot", ("x", "今晚决赛", 1));
        await app.FastForwardAsync(TimeSpan.FromHours(23), Step);
        Assert.Single(await app.OpenAsync());
        await app.FastForwardAsync(TimeSpan.FromHours(4), Step);
        Assert.Empty(await app.OpenAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task An_entry_that_leaves_and_comes_back_is_told_again_and_still_one_mention()
    {
        await using var sites = new WatchedSites();
        sites.HotList();
        sites.Show("hot", ("h1", OneBrand.Grave, 1));
        await using var app = await sites.StartAsync();
        await app.RaisedAsync();
        sites.Show("hot", ("x", "今晚决赛", 1));
        await app.FastForwardAsync(TimeSpan.FromHours(40), Step);
        Assert.Empty(await app.OpenAsync());
        sites.Show("hot", ("h1", OneBrand.Grave, 1));
        await app.FastForwardAsync(TimeSpan.FromHours(1), Step);
        Assert.Equal(Level.Orange, (await app.OpenAsync()).Single().Level);
        Assert.Equal(1, await app.MentionsAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task An_entry_that_climbs_weighs_as_much_as_one_that_began_at_the_top()
    {
        var climbed = await LevelAsync(45, 30, 10, 1);
        var began = await LevelAsync(1, 1, 1, 1);
        Assert.Equal(began, climbed);
        Assert.Equal(Level.Orange, climbed.Level);
        var stayed = await LevelAsync(45, 45, 45, 45);
        Assert.Equal(Level.Yellow, stayed.Level);
        // Down again: it was orange on the way, and its index is that of its place now.
        var fell = await LevelAsync(45, 1, 1, 45);
        Assert.Equal((Level.Orange, stayed.Index), (fell.Level, fell.Index));

        static async Task<(Level Level, double Index)> LevelAsync(params int[] ranks)
        {
            await using var sites = new WatchedSites();
            sites.HotList();
            sites.Show("hot", ("h1", Slow, ranks[0]));
            await using var app = await sites.StartAsync();
            foreach (var rank in ranks)
            {
                sites.Show("hot", ("h1", Slow, rank));
                await app.FastForwardAsync(TimeSpan.FromMinutes(20));
            }

            Assert.Equal(1, await app.MentionsAsync());
            return ((await app.OpenAsync()).Single().Level, await app.IndexAsync());
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Likes_and_followers_that_grow_are_read_again()
    {
        await using var sites = new WatchedSites();
        var source = sites.HotList("reviews");
        source.Category = SourceCategory.Review;
        (source.Mapping!.Rank, source.Mapping.Published) = (null, "/at");
        (source.Mapping.Likes, source.Mapping.Comments, source.Mapping.Followers) = ("/likes", "/comments", "/fans");
        await using var app = await sites.StartAsync();
        Say(3, 1, 10);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        Assert.Equal((4, 10), await app.ReachAsync());
        Say(90_000, 800, 2_000_000);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        Assert.Equal((90_800, 2_000_000), await app.ReachAsync());
        Say(95_000, 900, 2_100_000);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        Assert.Equal((95_900, 2_100_000), await app.ReachAsync());
        Assert.Equal(1, await app.MentionsAsync());

        void Say(int likes, int comments, int fans) =>
            sites.Say(
                "reviews",
                $$"""{"data":[{"id":"r1","word":"果园记的苹果烂了","at":1772758800,"likes":{{likes}},"""
                    + $$""" "comments":{{comments}},"fans":{{fans}}}]}"""
            );
    }
}
