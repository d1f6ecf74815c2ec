using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;

namespace CrisisFlow.Reading.Tests;

public sealed class SharedIdsAreNoIds
{
    [Fact]
    public void Equal_ids_with_other_links_or_titles_are_left_out_and_told_once()
    {
        var document = Read(
            """
            [{"id":"x","title":"果园记一号店开业","url":"https://n.example/1"},
             {"id":"x","title":"果园记一号店开业","url":"https://n.example/2"},
             {"id":"y","title":"果园记招聘店员"},
             {"id":"y","title":"消费者称吃出异物"},
             {"id":"z","title":"果园记周年庆"}]
            """
        );
        Assert.Equal([null, null, null, null, "z"], document.Items.Select(item => item.Id));
        var problem = Assert.Single(document.Problems);
        Assert.Equal("board", problem.Source);
        Assert.Equal(
            "4 items share the id 'x', 'y' but not the link and title; their links, or titles, tell them apart.",
            problem.Message
        );
    }

    [Fact]
    public void One_item_that_is_listed_twice_keeps_its_id()
    {
        var document = Read(
            """
            [{"id":"x","title":"果园记开业","url":"https://n.example/1"},
             {"id":"x","title":"果园记开业(更新)","url":"https://n.example/1?utm_source=rss"}]
            """
        );
        Assert.Equal(["x", "x"], document.Items.Select(item => item.Id));
        Assert.Empty(document.Problems);
    }

    private static Document Read(string text) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(text), new ReadOptions { Source = "board" });
}
