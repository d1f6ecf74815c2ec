namespace CrisisFlow.Azure.Tests.Stories;

public sealed class BothHostsTellTheSameStory
{
    public static TheoryData<string> Stories() => [.. Storyline.All.Keys];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Stories))]
    public async Task Both_hosts_tell_the_same_story_event_by_event(string story)
    {
        var (local, azure) = (new LocalStory(new()), new AzureStory(new()));

        await Storyline.All[story](local);
        await Storyline.All[story](azure);

        var journal = await local.JournalAsync();
        Assert.True(journal.Count > 5, "The story came to nothing.");
        Assert.Equal(journal, await azure.JournalAsync());
        Assert.Equal(local.World.Mails, azure.World.Mails);
        Assert.Equal(local.World.Publications, azure.World.Publications);
    }
}
