using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Core.Tests.Folding;

public sealed class StableIdTests
{
    [Fact]
    public void The_id_never_changes() =>
        Assert.Equal("4dcfcad1c62fe4f5c488ce40e4d07686", StableId.Of("weibo", "4711"));

    [Fact]
    public void Where_one_part_ends_and_the_next_begins_makes_a_difference()
    {
        Assert.NotEqual(StableId.Of("ab", "c"), StableId.Of("a", "bc"));
        Assert.NotEqual(StableId.Of("a", null), StableId.Of("a", ""));
        Assert.NotEqual(StableId.Of("a"), StableId.Of("a", ""));
    }

    [Fact]
    public void A_mention_is_known_by_its_own_id_then_by_its_link_then_by_its_text()
    {
        Assert.Equal(Id("s", "1", "http://a", "t"), Id("s", " 1 ", "http://b", "u"));
        Assert.Equal(Id("s", null, "http://a", "t"), Id("s", "", "http://a", "u"));
        Assert.NotEqual(Id("s", null, null, "t"), Id("s", null, null, "u"));
        Assert.NotEqual(Id("s", "http://a", null, "t"), Id("s", null, "http://a", "t"));
        Assert.NotEqual(Id("s", "1", null, "t"), Id("r", "1", null, "t"));
    }

    private static MentionId Id(string source, string? externalId, string? link, string title) =>
        StableId.OfMention(source, externalId, link, title, "", null);
}
