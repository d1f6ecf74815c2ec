using System.Text;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Azure.Tests.Messaging;

public sealed class MentionsMessageTests
{
    private const string Mention =
        """{"id":{"value":"00000000000000000000000000000001"},"source":"forum","category":"Forum","""
        + """ "title":"The cooker burns","""
        + """ "text":"","seen":"2026-11-25T20:00:00+00:00"}""";

    [Fact]
    public void What_is_written_is_read_again()
    {
        var mention = new Mention
        {
            Id = new("00000000000000000000000000000001"),
            Source = "forum",
            Category = SourceCategory.Forum,
            Title = "着火",
            Text = "",
            Seen = DateTimeOffset.UnixEpoch,
            Rank = 3,
        };

        var read = MentionsMessage.Read(new MentionsMessage(1, "acme", [mention]).Write());

        Assert.Equal(("acme", mention), (read.Topic, Assert.Single(read.Mentions)));
    }

    [Fact]
    public void What_another_version_left_out_is_as_if_it_said_nothing() =>
        Assert.Equal(
            Engagement.None,
            Assert.Single(Read($$"""{"version":1,"topic":"acme","mentions":[{{Mention}}]}""").Mentions).Engagement
        );

    [Theory]
    [InlineData("null", "The message is null.")]
    [InlineData(
        """{"version":2,"topic":"acme","mentions":[]}""",
        "The message has version 2; this program reads version 1."
    )]
    [InlineData("""{"version":1,"topic":"","mentions":[]}""", "The message names no topic.")]
    [InlineData(
        """{"version":1,"topic":"acme","mentions":["""
            + """{"id":{"value":""},"source":"f","category":"Forum","title":"","""
            + """ "text":"","seen":"2026-11-25T20:00:00+00:00"}]}""",
        "A mention of the message has no id."
    )]
    [InlineData("""{"version":1,"topic":"acme","mentions":[null]}""", "A mention of the message has no id.")]
    public void What_no_delivery_makes_readable_is_said(string json, string problem) =>
        Assert.Equal(problem, Assert.Throws<UnreadableMessageException>(() => Read(json)).Message);

    private static MentionsMessage Read(string json) =>
        MentionsMessage.Read(new BinaryData(Encoding.UTF8.GetBytes(json)));
}
